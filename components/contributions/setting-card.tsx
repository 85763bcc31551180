'use client';

import { useLocale, useTranslations } from 'next-intl';
import { said } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { TextLink } from '@/components/ui/text-link';
import { Textarea } from '@/components/ui/textarea';
import type { CompoundProgress } from '@/lib/domain/contributions/answers';
import { DUE_RULE_LABELS } from '@/lib/domain/contributions/labels';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { labelIn } from '@/lib/domain/kernel/label';
import { formatDate } from '@/lib/format/date';
import { yuanText } from '@/lib/format/money-text';

type Props = { projectId: string; compound: CompoundProgress; apart: string | null; maySet: boolean };

/** What was agreed for the compound, and how it falls to its households. */
export function SettingCard({ projectId, compound, apart, maySet }: Props) {
  const t = useTranslations('contributions.setting');
  const locale = useLocale();
  const { agreed, setting } = compound;
  const differs = agreed && setting && agreed.amount !== setting.amount;
  return (
    <Card
      title={t('title')}
      action={maySet && agreed && !apart && <SetDialog projectId={projectId} compound={compound} />}
    >
      <p className="text-sm">
        {setting
          ? t('stands', {
              sum: yuanText(setting.amount, locale),
              rule: labelIn(DUE_RULE_LABELS[setting.rule], locale),
              households: setting.households,
              day: formatDate(calendarDateOf(setting.setOn), locale),
            })
          : agreed
            ? t('agreed', {
                sum: yuanText(agreed.amount, locale),
                rule: labelIn(DUE_RULE_LABELS[agreed.rule], locale),
              })
            : t('nothing')}
      </p>
      {setting?.reason && <p className="text-sm text-ink-2">{t('reasonSaid', { reason: setting.reason })}</p>}
      {apart && (
        <p className="mt-1 text-sm text-ink-2">
          {t('apart', { sum: yuanText(apart, locale) })}{' '}
          <TextLink href={`/projects/${projectId}/money`}>{t('ledger')}</TextLink>
        </p>
      )}
      {differs && <p className="text-sm text-amber">{t('differs', { sum: yuanText(agreed.amount, locale) })}</p>}
      <p className="mt-2 text-sm">
        <TextLink href={`/compounds/${compound.id}/maintenance-fund`}>{t('fund')}</TextLink>
      </p>
    </Card>
  );
}

function SetDialog({ projectId, compound }: Omit<Props, 'maySet' | 'apart'>) {
  const t = useTranslations('contributions.setting');
  const locale = useLocale();
  const again = compound.setting !== null;
  return (
    <SendDialog
      title={t(again ? 'again' : 'set')}
      trigger={
        <Button size="sm" variant={again ? 'secondary' : 'primary'}>
          {t(again ? 'again' : 'set')}
        </Button>
      }
      action={t(again ? 'again' : 'set')}
      method="POST"
      path={`/api/v1/projects/${projectId}/contributions/dues`}
      body={(form) => {
        const reason = said(form, 'reason');
        return { compoundId: compound.id, ...(reason ? { reason } : {}) };
      }}
      done={t('done')}
      fields={['reason']}
    >
      {(errors) => (
        <>
          <p className="text-sm text-ink-2">
            {t('text', { name: compound.name, sum: yuanText(compound.agreed?.amount ?? null, locale) })}
          </p>
          {again && (
            <Field label={t('reason')} error={errors('reason')} required>
              <Textarea name="reason" rows={3} maxLength={200} />
            </Field>
          )}
        </>
      )}
    </SendDialog>
  );
}
