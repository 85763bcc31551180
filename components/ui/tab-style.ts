import { cn } from './cn';

export function tabStyle(active: boolean): string {
  return cn(
    'focus-inset -mb-px inline-flex min-h-10 items-center gap-1.5 border-b-2 px-0.5 text-sm whitespace-nowrap transition-colors pointer-coarse:min-h-11',
    active ? 'border-accent font-semibold text-ink' : 'border-transparent text-ink-3 hover:text-ink',
  );
}
