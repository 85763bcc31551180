'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { FieldErrors } from '@/components/ui/field-errors';
import { Input } from '@/components/ui/input';
import { OUTSIDE, type PartTyped } from './split-values';

interface Props {
  part: PartTyped;
  options: readonly { value: string; label: string; note?: string; search?: string }[];
  errors: readonly string[];
  onChange: (typed: Partial<PartTyped>) => void;
  onRemove?: () => void;
}

export function SplitRow({ part: { what, amount, reason }, options, errors, onChange, onRemove }: Props) {
  const t = useTranslations('fundImports.split');
  return (
    <div className="space-y-2">
      <div className="grid grid-cols-[minmax(0,1fr)_9rem_auto] items-end gap-2 max-sm:grid-cols-1">
        <Field label={t('what')} required>
          <Combobox value={what} options={options} onChange={(value) => onChange({ what: value })} />
        </Field>
        <Field label={t('amount')} required>
          <Input
            inputMode="decimal"
            autoComplete="off"
            className="text-right tabular-nums"
            value={amount}
            onChange={({ target }) => onChange({ amount: target.value })}
          />
        </Field>
        <Button size="sm" disabled={!onRemove} onClick={onRemove}>
          {t('remove')}
        </Button>
      </div>
      {what === OUTSIDE && (
        <Field label={t('reason')} required>
          <Input maxLength={200} value={reason} onChange={({ target }) => onChange({ reason: target.value })} />
        </Field>
      )}
      <FieldErrors errors={[...errors]} />
    </div>
  );
}
