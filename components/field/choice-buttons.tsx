'use client';

import { useLocale } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { labelIn } from '@/lib/domain/kernel/label';
import { CHOICE_LABELS } from '@/lib/domain/votes/labels';
import { CHOICES, type Choice } from '@/lib/domain/votes/types';
import { CHOICE_SHAPES } from './cell-look';
import { Shape } from './shape';

const CHOSEN: Record<Choice, string> = {
  agree: 'border-green bg-green-soft text-green-ink',
  disagree: 'border-red bg-red-soft text-red-ink',
  abstain: 'border-ink-2 bg-sunken text-ink',
};

type Props = { id?: string; chosen: Choice | null; onChoose: (choice: Choice) => void };

/** For a thumb: three words as large as the hand that holds the phone needs them. */
export function ChoiceButtons({ id, chosen, onChoose }: Props) {
  const locale = useLocale();
  return (
    <div id={id} className="grid grid-cols-3 gap-2">
      {CHOICES.map((choice) => (
        <button
          key={choice}
          type="button"
          aria-pressed={chosen === choice}
          onClick={() => onChoose(choice)}
          className={cn(
            'flex min-h-20 flex-col items-center justify-center gap-1 rounded-lg border-2 px-1 text-base font-semibold transition-colors',
            chosen === choice ? CHOSEN[choice] : 'border-line-strong bg-surface text-ink-2 hover:bg-hover',
          )}
        >
          <Shape path={CHOICE_SHAPES[choice]} className="size-6" />
          {labelIn(CHOICE_LABELS[choice], locale)}
        </button>
      ))}
    </div>
  );
}
