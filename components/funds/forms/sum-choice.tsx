'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { yuanText } from '@/lib/format/money-text';

export interface SumOption {
  value: string;
  label: string;
  /** yuan that can be taken */
  sum: string;
}

type Props = { name: string; label: string; options: readonly SumOption[]; error: string[] };

/** A choice among sums. What the chosen one holds also stands below it: on a phone the closed list is too narrow for it. */
export function SumChoice({ name, label, options, error }: Props) {
  const t = useTranslations('ledger.forms');
  const locale = useLocale();
  const [value, setValue] = useState(options[0]?.value ?? '');
  const chosen = options.find((one) => one.value === value);
  const text = ({ sum }: SumOption) => yuanText(sum, locale);
  return (
    <Field
      label={label}
      hint={chosen && t('left', { sum: text(chosen) })}
      error={error}
      required
      className="sm:col-span-2"
    >
      <Select
        name={name}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        options={options.map((one) => ({
          value: one.value,
          label: t('available', { name: one.label, sum: text(one) }),
        }))}
      />
    </Field>
  );
}
