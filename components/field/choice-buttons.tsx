'use client';

import { ChoiceRow } from '@/components/votes/choice-row';
import type { Choice } from '@/lib/domain/votes/types';
import { CHOICE_SHAPES } from './cell-look';
import { Shape } from './shape';

type Props = { id?: string; chosen: Choice | null; onChoose: (choice: Choice) => void };

/** For a thumb: three words as large as the hand that holds the phone needs them. */
export const ChoiceButtons = (props: Props) => (
  <ChoiceRow
    {...props}
    className="min-h-20 flex-col gap-1 rounded-lg border-2 px-1 text-base"
    idle="text-ink-2 hover:bg-hover"
  >
    {(choice, word) => (
      <>
        <Shape path={CHOICE_SHAPES[choice]} className="size-6" />
        {word}
      </>
    )}
  </ChoiceRow>
);
