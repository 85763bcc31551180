import { CircleCheck, CircleDashed, CircleSlash, Hammer, Minus, UserX } from 'lucide-react';
import { useLocale } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { labelIn } from '@/lib/domain/kernel/label';
import { answerLabel } from '@/lib/domain/plans/labels';
import type { PlanAnswer } from '@/lib/domain/plans/types';

const ICONS = { todo: Hammer, met: CircleCheck, impossible: CircleSlash, refused: UserX, none: CircleDashed };
const COLOURS: Record<PlanAnswer, string> = {
  todo: 'text-accent-ink',
  met: 'text-green-ink',
  impossible: 'text-amber-ink',
  refused: 'text-red-ink',
  none: 'text-ink-3',
};

/** An answer as icon and word: no colour alone says anything. */
export function AnswerMark({ answer, necessity }: { answer: PlanAnswer; necessity: 'required' | 'improvement' }) {
  const locale = useLocale();
  const notChosen = answer === 'none' && necessity === 'improvement';
  const Icon = notChosen ? Minus : ICONS[answer];
  const colour = answer === 'none' && necessity === 'required' ? 'text-amber-ink' : COLOURS[answer];
  return (
    <span
      className={cn('inline-flex items-center gap-1 font-medium whitespace-nowrap', notChosen ? 'text-ink-3' : colour)}
    >
      <Icon aria-hidden="true" className="size-3.5 shrink-0" />
      {labelIn(answerLabel(answer, necessity), locale)}
    </span>
  );
}
