import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';

export type Difference = { field: string; before: string | null; after: string | null };

/** Old → new, field by field. */
export function DiffList({ differences }: { differences: readonly Difference[] }) {
  const t = useTranslations('ui.diff');
  if (differences.length === 0) return <p className="text-sm text-ink-3">{t('unchanged')}</p>;
  return (
    <ul className="@container divide-y divide-line rounded-md border border-line text-sm">
      {differences.map(({ field, before, after }) => (
        <li key={field} className="grid gap-x-4 gap-y-0.5 px-3 py-2 @sm:grid-cols-[9rem_minmax(0,1fr)]">
          <span className="text-ink-3">{field}</span>
          <span className="flex min-w-0 flex-wrap items-center gap-x-2">
            <span className="sr-only">{t('old')}</span>
            <del className="text-ink-3 decoration-control">{before || t('empty')}</del>
            <ArrowRight aria-hidden="true" className="size-3.5 shrink-0 text-control" />
            <span className="sr-only">{t('new')}</span>
            <ins className="rounded-sm bg-accent-soft px-1 font-medium text-accent-ink no-underline">
              {after || t('empty')}
            </ins>
          </span>
        </li>
      ))}
    </ul>
  );
}
