import { cn } from '@/components/ui/cn';

/** Three roofs of one compound. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={cn('size-7 shrink-0', className)}>
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <path d="M6.5 24.5v-8l4.5-3.8 4.5 3.8v8z" className="fill-white/55" />
      <path d="M16.5 24.5v-8l4.5-3.8 4.5 3.8v8z" className="fill-white/55" />
      <path d="M10 24.5V12.6L16 7.5l6 5.1v11.9z" className="fill-white" />
      <path d="M14.2 24.5v-5.2a1.8 1.8 0 0 1 3.6 0v5.2z" className="fill-accent" />
    </svg>
  );
}
