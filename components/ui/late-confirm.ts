import { late } from './use-late';

/** One for all that open it. */
export const CONFIRM = late(async () => (await import('./alert-dialog')).ConfirmDialog);
