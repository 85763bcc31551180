import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from './cn';

export type Definition = { term: string; value: ReactNode; wide?: boolean };

const grids = {
  1: '',
  /** in the column at the side, which is as wide as the page where there is no room for two */
  side: 'sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-1',
  2: 'sm:grid-cols-2',
  3: 'sm:grid-cols-2 lg:grid-cols-3',
  4: 'sm:grid-cols-2 lg:grid-cols-4',
  5: 'sm:grid-cols-2 lg:grid-cols-3 2xl:grid-cols-5',
};

/** Facts of a record. What is missing says so, in words. */
export function DefinitionList({ items, columns = 3 }: { items: readonly Definition[]; columns?: keyof typeof grids }) {
  const t = useTranslations('ui');
  return (
    <dl className={cn('grid grid-cols-1 gap-x-6 gap-y-3 text-sm', grids[columns])}>
      {items.map(({ term, value, wide }) => (
        <div
          key={term}
          className={cn(
            'min-w-0 max-sm:flex max-sm:justify-between max-sm:gap-4',
            wide && 'sm:col-span-full max-sm:block!',
          )}
        >
          <dt className="shrink-0 text-ink-3 max-sm:max-w-[60%]">{term}</dt>
          <dd className={cn('text-ink sm:mt-0.5', !wide && 'max-sm:text-right')}>
            {isMissing(value) ? <span className="text-ink-3">{t('notFilled')}</span> : value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function isMissing(value: ReactNode): boolean {
  return value === undefined || value === null || value === '';
}
