import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import type { RulebookClause } from '@/lib/domain/rulebook/schema';
import { ClauseLink } from './clause-link';

export type Entry = { key: string; name: ReactNode; note?: ReactNode; clause?: string };

/** Names with the clause they come from. */
export function Entries({ entries, clauses }: { entries: readonly Entry[]; clauses: readonly RulebookClause[] }) {
  return (
    <ul className="divide-y divide-line text-sm">
      {entries.map(({ key, name, note, clause }) => (
        <li key={key} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 py-1.5">
          <span className="min-w-0">
            {name}
            {note && <span className="block text-ink-3">{note}</span>}
          </span>
          {clause && <ClauseLink id={clause} clauses={clauses} />}
        </li>
      ))}
    </ul>
  );
}

/** The official Chinese name, or the English one beside it. */
export function useNameOf(): (named: { name: string; nameEn: string }) => string {
  const locale = useLocale();
  return ({ name, nameEn }) => (locale === 'en' ? `${nameEn}（${name}）` : name);
}
