import { useTranslations } from 'next-intl';
import { cn } from './cn';

export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={cn('animate-pulse rounded-md bg-line/70', className)} />;
}

/** For loading.tsx of a list: keeps the room that the list will take. */
export function ListSkeleton({ rows = 10 }: { rows?: number }) {
  const t = useTranslations('ui');
  return (
    <div role="status">
      <span className="sr-only">{t('loading')}</span>
      <Skeleton className="mb-6 h-8 w-48" />
      <div className="mb-3 flex gap-2">
        <Skeleton className="h-9 w-72" />
        <Skeleton className="h-9 w-28 max-sm:hidden" />
      </div>
      <div className="rounded-lg border border-line bg-surface">
        {Array.from({ length: rows }, (_, index) => `row-${index}`).map((key) => (
          <div key={key} className="flex gap-6 border-b border-line px-4 py-3 last:border-b-0">
            <Skeleton className="h-4 w-1/4" />
            <Skeleton className="h-4 w-1/6" />
            <Skeleton className="h-4 grow" />
          </div>
        ))}
      </div>
    </div>
  );
}

export function DetailSkeleton() {
  const t = useTranslations('ui');
  return (
    <div role="status" className="space-y-4">
      <span className="sr-only">{t('loading')}</span>
      <Skeleton className="h-8 w-64" />
      <Skeleton className="h-24" />
      <Skeleton className="h-64" />
    </div>
  );
}
