import { useLocale } from 'next-intl';
import type { BoardRow } from '@/lib/domain/scorecards/live-answers';
import { colon } from '@/lib/format/colon';
import { pointsText, useScoreWords } from './score-words';

// One accent, from dark to light: the groups in the order of the template.
const FILLS = ['fill-accent', 'fill-accent/75', 'fill-accent/55', 'fill-accent/40', 'fill-accent/30'];

type Props = { name: string; value: number; groups: BoardRow['groups'] };

/** A score of 100 as a bar, its groups one after another. */
export function ScoreBar({ name, value, groups }: Props) {
  const { nameOf } = useScoreWords();
  const locale = useLocale();
  let from = 0;
  const words = groups
    .map((group) => `${nameOf(group)} ${pointsText(group.value)}`)
    .join(locale === 'en' ? ', ' : '，');
  return (
    <div className="flex items-center gap-3">
      <svg
        role="img"
        aria-label={`${name} ${pointsText(value)}${colon(locale)}${words}`}
        viewBox="0 0 10000 100"
        preserveAspectRatio="none"
        className="h-3 w-0 min-w-24 grow overflow-hidden rounded-full bg-line"
      >
        <title>{words}</title>
        {groups.map((group, at) => {
          const start = from;
          from += group.value;
          return <rect key={group.code} x={start} width={group.value} height="100" className={FILLS[at] ?? FILLS[4]} />;
        })}
      </svg>
      <span className="w-14 shrink-0 text-right font-semibold tabular-nums">{pointsText(value)}</span>
    </div>
  );
}
