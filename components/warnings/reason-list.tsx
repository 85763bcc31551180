import { type Clause, WhyPopover } from '@/components/ui/why-popover';
import type { LightAnswer } from '@/lib/domain/warnings/answers';
import { useLightWords } from './light-words';

type Props = { reasons: LightAnswer['reasons']; clauses: Record<string, Clause> };

/** All reasons, the gravest first, each with the sentence it rests on. */
export function ReasonList({ reasons, clauses }: Props) {
  const { t, sentence } = useLightWords();
  if (reasons.length === 0) return <span className="block text-sm text-ink-3">{t('noReasons')}</span>;
  return (
    <ul className="space-y-1 text-left text-sm">
      {reasons.map((reason) => {
        const why = reason.clause === undefined ? undefined : clauses[reason.clause];
        return (
          <li key={reason.code}>
            {sentence(reason)} {why && <WhyPopover finding={sentence(reason)} clauses={[why]} />}
          </li>
        );
      })}
    </ul>
  );
}
