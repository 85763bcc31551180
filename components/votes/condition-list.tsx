import { useTranslations } from 'next-intl';
import { ConditionList as Listed } from '@/components/ui/condition-list';
import type { Reason } from '@/lib/domain/kernel/result';
import type { Condition } from '@/lib/domain/votes/answers';

export type SaidCondition = Omit<Condition, 'reason'> & { reason?: Reason; sentence?: string };

/** What a step of a round needs, each met or with its reason and where it is put right. */
export function ConditionList({ conditions }: { conditions: readonly SaidCondition[] }) {
  const t = useTranslations('votes');
  return (
    <Listed
      conditions={conditions.map(({ code, met, sentence, href }) => ({
        key: code,
        title: t(`conditions.${code}` as 'conditions.active'),
        met,
        lines: [{ sentence, href }],
      }))}
    />
  );
}
