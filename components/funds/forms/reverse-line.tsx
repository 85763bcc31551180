'use client';

import { useLocale, useTranslations } from 'next-intl';
import { said } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import type { BatchLineAnswer } from '@/lib/domain/funds/batch-answers';
import { yuanText } from '@/lib/format/money-text';
import { unitName } from '@/lib/format/unit-name';

type Props = { batchId: string; line: BatchLineAnswer; today: string };

/** The prefecture takes back one line of what it issued. */
export function ReverseLine({ batchId, line, today }: Props) {
  const t = useTranslations('allocation.reverse');
  const locale = useLocale();
  const name = line.project?.name ?? unitName(line.county, locale);
  return (
    <SendDialog
      title={t('title', { name, sum: yuanText(line.amount, locale) })}
      trigger={<Button size="sm">{t('action')}</Button>}
      action={t('action')}
      method="POST"
      path={`/api/v1/funds/batches/${batchId}/lines/${line.id}/reverse`}
      body={(form) => ({
        entryOn: said(form, 'entryOn'),
        voucherNo: said(form, 'voucherNo'),
        note: said(form, 'note'),
      })}
      done={t('done')}
      fields={['entryOn', 'voucherNo', 'note']}
    >
      {(errors) => (
        <>
          <p className="text-sm text-ink-2">{t('text')}</p>
          <Field label={t('on')} error={errors('entryOn')} required>
            <Input type="date" name="entryOn" defaultValue={today} min={line.entry?.entryOn} max={today} />
          </Field>
          <Field label={t('voucher')} error={errors('voucherNo')} required>
            <Input name="voucherNo" maxLength={60} autoComplete="off" defaultValue={`${line.entry?.voucherNo}-冲`} />
          </Field>
          <Field label={t('reason')} error={errors('note')} required>
            <Textarea name="note" rows={3} maxLength={300} />
          </Field>
        </>
      )}
    </SendDialog>
  );
}
