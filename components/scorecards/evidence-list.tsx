import type { RowAnswer } from '@/lib/domain/scorecards/live-answers';
import { type Opens, RecordLine } from './record-line';

/** Where what speaks for a ground of veto is put right: what the sentence is about says it. */
const MEASURES: Record<string, string> = {
  'score.veto.graveOpen': 'findingsInTime',
  'score.veto.stopped': 'findingsInTime',
  'score.veto.acceptancesFailed': 'acceptedCompounds',
};

type Props = { rows: readonly RowAnswer[]; title: string; year: number; opens: Opens };

/** The records that speak for a ground of veto, folded. */
export function EvidenceList({ rows, title, year, opens }: Props) {
  return (
    <details className="text-sm">
      <summary className="cursor-pointer text-accent-ink">{title}</summary>
      <ul className="mt-1">
        {rows.map((row) => (
          <RecordLine
            key={`${row.kind}${row.id}${row.says.code}`}
            row={row}
            measure={MEASURES[row.says.code] ?? 'onTimeCompounds'}
            year={year}
            opens={opens}
          />
        ))}
      </ul>
    </details>
  );
}
