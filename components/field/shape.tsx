import { cn } from '@/components/ui/cn';

/** A drawing of one path. */
export function Shape({ path, className }: { path: string; className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={cn('glyph shrink-0', className)}>
      <path d={path} />
    </svg>
  );
}
