import { DataTable } from '@/components/ui/data-table';
import type { RewardLine, SeasonResult } from '@/lib/domain/scorecards/result-answers';
import { formatCount, groupThousands, NONE } from '@/lib/format/number';
import { pointsText } from '../score-words';
import { claimText, useResultWords } from './words';

type Props = { result: SeasonResult; whole: boolean };

/** The numbers of one county: its claim, and once there is money its part of it. */
function Formula({ line, result: { claims, reward } }: { line: RewardLine; result: SeasonResult }) {
  const { t, nameOf } = useResultWords();
  const { weight, total, completed, claim, amount, grade } = line;
  if (weight === 0) return t('reward.noWeight', { grade: nameOf(grade) });
  if (completed === 0) return t('reward.noCompleted');
  return (
    <span className="tabular-nums">
      {t('reward.claim', {
        ...{ weight: String(weight), total: pointsText(total), completed: formatCount(completed) },
        claim: claimText(claim),
      })}
      {reward && amount !== null && (
        <span className="block text-ink-3">
          {t('reward.part', {
            ...{ claim: claimText(claim), claims: claimText(claims) },
            ...{ amount: groupThousands(reward.amount), share: groupThousands(amount) },
          })}
        </span>
      )}
    </span>
  );
}

/** 建议分配: how much each county would get, and exactly why. */
export function RewardLines({ result, whole }: Props) {
  const { t, nameOf, county } = useResultWords();
  const { rewardLines, reward, claims } = result;
  return (
    <div className="mt-4">
      <DataTable
        caption={t('reward.lines')}
        rows={rewardLines}
        rowKey={(line) => line.county.id}
        empty={null}
        columns={[
          {
            key: 'county',
            header: t('reward.county'),
            primary: true,
            className: 'whitespace-nowrap',
            cell: (line) => county(line.county),
          },
          {
            key: 'grade',
            header: t('reward.grade'),
            className: 'whitespace-nowrap',
            cell: ({ grade, weight }) => t('reward.gradeWeight', { grade: nameOf(grade), weight: String(weight) }),
          },
          {
            key: 'formula',
            header: t('reward.parts'),
            cell: (line) => <Formula line={line} result={result} />,
          },
          {
            key: 'share',
            header: t('reward.share'),
            align: 'right',
            className: 'font-semibold tabular-nums',
            cell: ({ amount }) => (amount === null ? NONE : groupThousands(amount)),
          },
        ]}
        footer={
          whole
            ? {
                county: t('reward.sum'),
                formula: claimText(claims),
                share: reward ? groupThousands(reward.amount) : NONE,
              }
            : undefined
        }
      />
    </div>
  );
}
