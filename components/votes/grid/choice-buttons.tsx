'use client';

import { useLocale } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { Kbd } from '@/components/ui/kbd';
import { labelIn } from '@/lib/domain/kernel/label';
import { CHOICE_LABELS } from '@/lib/domain/votes/labels';
import { CHOICES, type Choice } from '@/lib/domain/votes/types';
import { useLetters } from './facade-grid';

const CHOSEN: Record<Choice, string> = {
  agree: 'border-green bg-green-soft text-green-ink',
  disagree: 'border-red bg-red-soft text-red-ink',
  abstain: 'border-ink-2 bg-sunken text-ink',
};

type Props = {
  id?: string;
  /** pressed, where one is chosen; plain buttons that act, where it is undefined */
  chosen?: Choice | '';
  disabled?: boolean;
  keys?: boolean;
  onChoose: (choice: Choice) => void;
};

/** The three answers, each with the letter that its cells carry. */
export function ChoiceButtons({ id, chosen, disabled, keys, onChoose }: Props) {
  const locale = useLocale();
  const letters = useLetters();
  return (
    <div id={id} className="grid grid-cols-3 gap-2">
      {CHOICES.map((choice, at) => (
        <button
          key={choice}
          type="button"
          disabled={disabled}
          data-choice={choice}
          aria-pressed={chosen === undefined ? undefined : chosen === choice}
          onClick={() => onChoose(choice)}
          className={cn(
            'flex min-h-10 items-center justify-center gap-1.5 rounded-md border px-2 text-sm font-semibold whitespace-nowrap shadow-press transition-colors disabled:opacity-55 pointer-coarse:min-h-12',
            chosen === choice
              ? CHOSEN[choice]
              : 'border-line-strong bg-surface text-ink hover:border-control hover:bg-hover',
          )}
        >
          <span aria-hidden="true" className="home-letter">
            {letters[choice]}
          </span>
          {labelIn(CHOICE_LABELS[choice], locale)}
          {keys && (
            <span aria-hidden="true" className="max-sm:hidden">
              <Kbd>{at + 1}</Kbd>
            </span>
          )}
        </button>
      ))}
    </div>
  );
}
