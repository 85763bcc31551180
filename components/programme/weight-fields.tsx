'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

type Props = {
  /** three numbers apart by a space; '': as the rule book weighs */
  value: string;
  onChange: (value: string) => void;
  errors: readonly string[];
};

const FACTORS = ['condition', 'willingness', 'mechanism'] as const;
export const partsOf = (value: string): string[] => FACTORS.map((_, at) => value.split(' ')[at] ?? '');

/** What the ranking weighs, in percent; all three blank: as the rule book says. */
export function WeightFields({ value, onChange, errors }: Props) {
  const t = useTranslations('annual');
  const parts = partsOf(value);
  const set = (at: number, text: string) => {
    const next = parts.map((part, index) => (index === at ? text.trim() : part));
    onChange(next.every((part) => part === '') ? '' : next.join(' '));
  };
  const sum = parts.reduce((total, part) => total + (Number(part) || 0), 0);
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium text-ink-2">{t('targets.weights')}</legend>
      <div className="grid grid-cols-3 gap-3">
        {FACTORS.map((factor, at) => (
          <Field key={factor} label={t(`plans.factor.${factor}`)}>
            <Input inputMode="numeric" suffix="%" value={parts[at]} onChange={(event) => set(at, event.target.value)} />
          </Field>
        ))}
      </div>
      <p className="mt-1 text-sm text-ink-3">
        {value === '' ? t('targets.weightsOfBook') : t('targets.weightsTogether', { sum })}
      </p>
      {errors.map((line) => (
        <p key={line} className="text-sm text-red-ink">
          {line}
        </p>
      ))}
    </fieldset>
  );
}
