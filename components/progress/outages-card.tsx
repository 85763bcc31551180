'use client';

import { useLocale, useTranslations } from 'next-intl';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { said } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { OutageView } from '@/lib/domain/progress/answers';
import { formatDateTime } from '@/lib/format/date';

type Props = { outages: readonly OutageView[]; mayWrite: boolean };

/** 系统中断: what moves the limits, for everybody to see. */
export function OutagesCard({ outages, mayWrite }: Props) {
  const t = useTranslations('progress.outages');
  const locale = useLocale();
  const when = (at: string) => formatDateTime(new Date(at), locale);
  return (
    <Card title={t('title')} description={t('text')} action={mayWrite && <AddOutage />} id="outages">
      {outages.length === 0 ? (
        <p className="text-sm text-ink-3">{t('none')}</p>
      ) : (
        <ul className="divide-y divide-line text-sm">
          {outages.map(({ id, from, to, reason, retiredAt, retiredReason }) => (
            <li key={id} className="flex flex-wrap items-start justify-between gap-3 py-2">
              <div>
                <p className={retiredAt ? 'text-ink-3 line-through' : undefined}>
                  {`${t('line', { from: when(from), to: when(to) })} · ${reason}`}
                </p>
                {retiredAt && <p className="text-ink-3">{t('retiredLine', { reason: retiredReason ?? '' })}</p>}
              </div>
              {mayWrite && !retiredAt && (
                <ReasonDialog
                  title={t('retireTitle')}
                  action={t('retire')}
                  path={`/api/v1/outages/${id}/retire`}
                  done={t('retired')}
                  trigger={<Button size="sm">{t('retire')}</Button>}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** 'YYYY-MM-DDTHH:mm' of the form, as clocks in Asia/Shanghai show it. */
const inShanghai = (text: string): string => `${text}:00+08:00`;

function AddOutage() {
  const t = useTranslations('progress.outages');
  return (
    <SendDialog
      title={t('add')}
      trigger={<Button size="sm">{t('add')}</Button>}
      action={t('add')}
      method="POST"
      path="/api/v1/outages"
      fields={['from', 'to', 'reason']}
      done={t('added')}
      body={(form) => ({
        ...{ from: inShanghai(said(form, 'from')), to: inShanghai(said(form, 'to')), reason: said(form, 'reason') },
      })}
    >
      {(errors) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('from')} error={errors('from')} required>
              <Input type="datetime-local" name="from" />
            </Field>
            <Field label={t('to')} error={errors('to')} required>
              <Input type="datetime-local" name="to" />
            </Field>
          </div>
          <Field label={t('reason')} error={errors('reason')} required>
            <Input name="reason" maxLength={200} />
          </Field>
        </>
      )}
    </SendDialog>
  );
}
