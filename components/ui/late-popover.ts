import { late } from './use-late';

/** One for all that open it. */
export const POPOVER = late(async () => (await import('./popover-panel')).PopoverPanel);
