'use client';

import { useLocale, useTranslations } from 'next-intl';
import { ActButton } from '@/components/forms/act-button';
import { said } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { ReportAnswer } from '@/lib/domain/progress/answers';
import { type Difference, DifferencesTable, differenceLines } from './differences-table';
import { monthWords } from './words';

type Props = { report: ReportAnswer; names: Readonly<Record<string, string>> };

/** 审核: only what is new, then one of two buttons; a return says at each line what is to be corrected. */
export function ReviewCard({ report, names }: Props) {
  const t = useTranslations('progress.review');
  const words = useTranslations('progress');
  const fields = useTranslations('progress.fields');
  const locale = useLocale();
  const { differences, project, month, version } = report;
  const path = `/api/v1/projects/${project.id}/reports/${month}`;
  const lines = differenceLines(report, names, fields);
  return (
    <Card
      title={t('title')}
      description={
        differences.since
          ? t('since', { month: words('monthName', monthWords(differences.since, locale)) })
          : t('firstEver')
      }
      action={
        <span className="flex gap-2">
          <ReturnDialog {...{ path, version, lines }} />
          <ActButton
            label={t('accept')}
            title={t('acceptTitle')}
            description={t('acceptText')}
            path={`${path}/accept`}
            version={version}
            done={t('accepted')}
          />
        </span>
      }
    >
      <DifferencesTable lines={lines} />
    </Card>
  );
}

type ReturnProps = { path: string; version: number; lines: readonly Difference[] };

function ReturnDialog({ path, version, lines }: ReturnProps) {
  const t = useTranslations('progress.review');
  const all = [...lines, { field: 'other', name: '', before: '', after: '', note: null }];
  return (
    <SendDialog
      wide
      title={t('returnTitle')}
      trigger={<Button size="sm">{t('return')}</Button>}
      action={t('return')}
      method="POST"
      path={`${path}/return`}
      version={version}
      fields={[]}
      done={t('returned')}
      body={(form) => ({
        material: form.get('material') === 'on',
        remarks: all.flatMap(({ field }) => {
          const text = said(form, field);
          return text ? [{ field, text }] : [];
        }),
      })}
    >
      {() => (
        <>
          {all.map(({ field, name, before, after }) => (
            <Field
              key={field}
              label={name ? t('remarkFor', { name }) : t('remarkOther')}
              hint={name ? `${before} → ${after}` : undefined}
              optional
            >
              <Input name={field} maxLength={300} />
            </Field>
          ))}
          <Checkbox name="material" label={t('material')} />
          <p className="text-sm text-ink-3">{t('materialHint')}</p>
        </>
      )}
    </SendDialog>
  );
}
