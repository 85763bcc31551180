import { CircleCheck, CircleDashed } from 'lucide-react';
import type { ReactNode } from 'react';
import { TextLink } from '@/components/ui/text-link';
import type { RowAnswer } from '@/lib/domain/scorecards/live-answers';
import type { Opened } from '@/lib/domain/scorecards/opens';
import { rowHref } from './row-href';
import { useScoreWords } from './score-words';

type Props = { row: RowAnswer; measure: string; year: number; opens: Opens; children?: ReactNode };

/** Kinds of records whose pages this person may open. */
export type Opens = readonly Opened[];

/** A record by its name; it leads to its page where that opens to this person. */
export function RowName({ row, measure, year, opens }: Omit<Props, 'children'>) {
  const isOpen = opens.includes(row.kind) && (measure !== 'satisfiedHouseholds' || opens.includes('satisfaction'));
  return isOpen ? <TextLink href={rowHref(row, measure, year)}>{row.name}</TextLink> : <span>{row.name}</span>;
}

/** One record: whether it counts, what it says, and the page where it stands. */
export function RecordLine({ row, measure, year, opens, children }: Props) {
  const { t, says } = useScoreWords();
  const Sign = row.met ? CircleCheck : CircleDashed;
  return (
    <li className="flex items-start gap-2 py-1 text-sm">
      <Sign aria-hidden="true" className={`mt-0.5 size-4 shrink-0 ${row.met ? 'text-green' : 'text-amber'}`} />
      <span className="min-w-0 flex-1">
        <RowName row={row} measure={measure} year={year} opens={opens} />
        <span className="sr-only">{t(row.met ? 'rows.met' : 'rows.unmet')}</span>{' '}
        <span className="text-ink-3">{says(row)}</span>
      </span>
      {children}
    </li>
  );
}
