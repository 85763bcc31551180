'use client';

import { Kbd } from '@/components/ui/kbd';
import { CHOICES, type Choice } from '@/lib/domain/votes/types';
import { ChoiceRow } from '../choice-row';
import { useLetters } from './facade-grid';

type Props = {
  id?: string;
  /** pressed, where one is chosen; plain buttons that act, where it is undefined */
  chosen?: Choice | null;
  disabled?: boolean;
  keys?: boolean;
  onChoose: (choice: Choice) => void;
};

/** The three answers, each with the letter that its cells carry. */
export function ChoiceButtons({ keys, ...row }: Props) {
  const letters = useLetters();
  return (
    <ChoiceRow
      {...row}
      className="min-h-10 gap-1.5 rounded-md border px-2 text-sm whitespace-nowrap shadow-press disabled:opacity-55 pointer-coarse:min-h-12"
      idle="text-ink hover:border-control hover:bg-hover"
    >
      {(choice, word) => (
        <>
          <span aria-hidden="true" className="home-letter">
            {letters[choice]}
          </span>
          {word}
          {keys && (
            <span aria-hidden="true" className="max-sm:hidden">
              <Kbd>{CHOICES.indexOf(choice) + 1}</Kbd>
            </span>
          )}
        </>
      )}
    </ChoiceRow>
  );
}
