import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { FileLink } from '@/components/ui/file-link';
import { type Clause, WhyPopover } from '@/components/ui/why-popover';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import type { RewardAnswer, SeasonResult } from '@/lib/domain/scorecards/result-answers';
import { formatYuan } from '@/lib/format/money';
import { RewardDialog } from './reward-dialog';
import { RewardLines } from './reward-lines';
import { useResultWords } from './words';

type Props = {
  result: SeasonResult;
  mayDecide: boolean;
  whole: boolean;
  today: string;
  batch: ReactNode;
  why: Clause | undefined;
};

function useYuan() {
  const locale = useLocale();
  return (yuan: string) => formatYuan(parseHundredths(yuan) ?? 0n, locale);
}

function Entered({ reward }: { reward: RewardAnswer }) {
  const { t, day, moment } = useResultWords();
  const yuan = useYuan();
  const { documentNo: no, documentOn, file, note, by, at } = reward;
  const paper = no && documentOn ? t('sanctions.line', { no, day: day(documentOn) }) : null;
  return (
    <DefinitionList
      columns={4}
      items={[
        { term: t('reward.amount'), value: <span className="font-semibold tabular-nums">{yuan(reward.amount)}</span> },
        { term: t('reward.document'), value: paper },
        ...(file ? [{ term: t('reward.file'), value: <FileLink file={file} /> }] : []),
        { term: t('reward.entered'), value: t('reward.enteredBy', { by: by ?? '', at: moment(at) }) },
        ...(note ? [{ term: t('reward.note'), value: note }] : []),
      ]}
    />
  );
}

function Before({ before }: { before: SeasonResult['rewardBefore'] }) {
  const { t, moment } = useResultWords();
  const yuan = useYuan();
  if (before.length === 0) return null;
  return (
    <details className="mt-3 text-sm">
      <summary className="cursor-pointer text-accent-ink">{t('reward.before', { count: before.length })}</summary>
      <ul className="mt-1 space-y-1 text-ink-2">
        {before.map(({ version, amount, by, at, replacedAt }) => (
          <li key={version}>
            {t('reward.beforeLine', {
              ...{ amount: yuan(amount), by: by ?? '', at: moment(at), until: moment(replacedAt) },
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** 奖励资金: the sum, and the split that the system suggests with every county's formula. */
export function RewardCard({ result, mayDecide, whole, today, batch, why }: Props) {
  const { t } = useResultWords();
  const { reward, rewardLines, rewardBefore } = result;
  return (
    <Card
      id="reward"
      title={
        <>
          {t('reward.title')} {why && <WhyPopover clauses={[why]} />}
        </>
      }
      description={t('reward.text')}
      action={
        mayDecide && (
          <RewardDialog
            seasonId={result.season.id}
            reward={reward}
            today={today}
            trigger={
              <Button variant={reward ? 'secondary' : 'primary'}>{t(reward ? 'reward.change' : 'reward.enter')}</Button>
            }
          />
        )
      }
    >
      {reward ? (
        <Entered reward={reward} />
      ) : (
        <p className="text-sm text-ink-2">{t(whole ? 'reward.none' : 'reward.noneCounty')}</p>
      )}
      {rewardLines.length > 0 && <RewardLines result={result} whole={whole} />}
      {reward && batch && (
        <div className="no-print mt-3 flex flex-wrap items-center gap-x-3 gap-y-1">
          {batch}
          <span className="text-sm text-ink-3">{t('reward.batchText')}</span>
        </div>
      )}
      <Before before={rewardBefore} />
    </Card>
  );
}
