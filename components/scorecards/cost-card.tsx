import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import type { LiveAnswer } from '@/lib/domain/scorecards/live-answers';
import type { Opens } from './record-line';
import { pointsText, useScoreWords } from './score-words';

/** 拖期的代价: what each project that is not complete, or was too late, costs the county's score. */
export function CostCard({ live, opens }: { live: LiveAnswer; opens: Opens }) {
  const { t } = useScoreWords();
  const costly = live.projects.flatMap(({ cost, ...project }) => (cost ? [{ ...project, ...cost }] : []));
  if (costly.length === 0) return null;
  return (
    <Card id="cost" title={t('cost.title')} description={t('cost.text')}>
      <ul className="divide-y divide-line text-sm">
        {costly.map(({ id, name, lost, open }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 py-1.5">
            {opens.includes('project') ? (
              <TextLink href={`/projects/${id}/reports`}>{name}</TextLink>
            ) : (
              <span>{name}</span>
            )}
            <span className="tabular-nums">
              {lost > 0 && <span className="text-red-ink">{t('cost.lost', { points: pointsText(lost) })}</span>}
              {lost > 0 && open > 0 && '，'}
              {open > 0 && t('cost.open', { points: pointsText(open) })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
