'use client';

import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { labelIn } from '@/lib/domain/kernel/label';
import { CHOICE_LABELS } from '@/lib/domain/votes/labels';
import { CHOICES, type Choice } from '@/lib/domain/votes/types';

const CHOSEN: Record<Choice, string> = {
  agree: 'border-green bg-green-soft text-green-ink',
  disagree: 'border-red bg-red-soft text-red-ink',
  abstain: 'border-ink-2 bg-sunken text-ink',
};

type Props = {
  id?: string;
  /** pressed, where one is chosen; plain buttons that act, where it is undefined */
  chosen?: Choice | null;
  disabled?: boolean;
  /** how large a button is, and how it looks while it is not pressed */
  className: string;
  idle: string;
  onChoose: (choice: Choice) => void;
  /** what stands on the button around its word */
  children: (choice: Choice, word: string) => ReactNode;
};

/** The three answers of a vote side by side, each in its colour once it is given. */
export function ChoiceRow({ id, chosen, disabled, className, idle, onChoose, children }: Props) {
  const locale = useLocale();
  return (
    <div id={id} className="grid grid-cols-3 gap-2">
      {CHOICES.map((choice) => (
        <button
          key={choice}
          type="button"
          disabled={disabled}
          data-choice={choice}
          aria-pressed={chosen === undefined ? undefined : chosen === choice}
          onClick={() => onChoose(choice)}
          className={cn(
            'flex items-center justify-center font-semibold transition-colors',
            className,
            chosen === choice ? CHOSEN[choice] : cn('border-line-strong bg-surface', idle),
          )}
        >
          {children(choice, labelIn(CHOICE_LABELS[choice], locale))}
        </button>
      ))}
    </div>
  );
}
