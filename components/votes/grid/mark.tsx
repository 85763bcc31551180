import { cn } from '@/components/ui/cn';
import { MARKS, markHref, type Mark as Name } from './cell-look';

/** Drawn once; cells only point at it. */
export function MarkSprite() {
  return (
    <svg className="hidden" aria-hidden="true">
      {Object.entries(MARKS).map(([name, path]) => (
        <symbol key={name} id={markHref(name as Name).slice(1)} viewBox="0 0 24 24">
          <path d={path} />
        </symbol>
      ))}
    </svg>
  );
}

export function Mark({ of, className }: { of: Name; className?: string }) {
  return (
    <svg className={cn('home-mark', className)} data-mark={of} aria-hidden="true">
      <use href={markHref(of)} />
    </svg>
  );
}
