'use client';

import { Check, Minus, X } from 'lucide-react';
import { useLocale } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { CHECK_RESULT_LABELS } from '@/lib/domain/inspections/labels';
import { CHECK_RESULTS, type CheckResult } from '@/lib/domain/inspections/types';
import { labelIn } from '@/lib/domain/kernel/label';

const ICONS = { pass: Check, fail: X, none: Minus };
const TONES: Record<CheckResult, string> = {
  pass: 'has-checked:border-green has-checked:bg-green-soft has-checked:text-green-ink',
  fail: 'has-checked:border-red has-checked:bg-red-soft has-checked:text-red-ink',
  none: 'has-checked:border-control has-checked:bg-sunken has-checked:text-ink',
};

type Props = { name: string; legend: string; value: CheckResult | undefined; onChoose: (result: CheckResult) => void };

/** 合格、不合格、不适用, as large as a thumb in a glove. */
export function ResultButtons({ name, legend, value, onChoose }: Props) {
  const locale = useLocale();
  return (
    <fieldset className="flex gap-2">
      <legend className="sr-only">{legend}</legend>
      {CHECK_RESULTS.map((result) => {
        const Icon = ICONS[result];
        return (
          <label
            key={result}
            className={cn(
              'flex min-h-12 flex-1 cursor-pointer items-center justify-center gap-1.5 rounded-md border border-line-strong bg-surface text-center leading-tight font-medium text-ink-2 focus-within:outline-2 focus-within:outline-accent',
              TONES[result],
            )}
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={value === result}
              onChange={() => onChoose(result)}
            />
            {value === result && <Icon aria-hidden="true" className="size-4" />}
            {labelIn(CHECK_RESULT_LABELS[result], locale)}
          </label>
        );
      })}
    </fieldset>
  );
}
