import { BatchDialog } from '@/components/funds/forms/batch-dialog';
import type { FundWords } from '@/components/funds/words';
import { Button } from '@/components/ui/button';
import { REWARD } from '@/lib/domain/funds/batches';
import type { SeasonResult } from '@/lib/domain/scorecards/result-answers';
import { batchLinesOf } from '@/lib/domain/scorecards/reward';
import { useResultWords } from './words';

type Props = {
  result: SeasonResult;
  words: FundWords;
  money: readonly { source: string; kind: string }[];
  today: string;
};

/** 按建议编制资金下达批次: the form of a batch, with the reward's source, kind and sum filled in, and a line for each county's share. It is changed and issued where batches are. */
export function ResultBatch({ result: { season, reward, rewardLines }, words, money, today }: Props) {
  const { t } = useResultWords();
  if (!reward) return null;
  const title = t('reward.batchTitle', { year: String(season.year) });
  return (
    <BatchDialog
      {...{ year: season.year, words, money, today }}
      begin={{ title, ...REWARD, total: reward.amount, lines: batchLinesOf(rewardLines) }}
      trigger={<Button>{t('reward.batch')}</Button>}
    />
  );
}
