'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { ActDialog, said } from '@/components/annual/act-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import type { CountyResult, SeasonResult } from '@/lib/domain/scorecards/result-answers';
import type { SeasonDetail } from '@/lib/domain/scorecards/season/answers';
import { unitName } from '@/lib/format/unit-name';

type Props = {
  seasonId: string;
  kinds: SeasonResult['sanctionKinds'];
  counties: readonly CountyResult['county'][];
  today: string;
  trigger: ReactElement;
};

const FIELDS = ['countyId', 'kind', 'facts', 'documentNo', 'documentOn'];

/** 登记处理 of a county for what was not true; it stays as it is entered. */
export function SanctionDialog({ seasonId, kinds, counties, today, trigger }: Props) {
  const t = useTranslations('scoreResult.sanctions');
  const locale = useLocale();
  const optionsOf = kinds.map(({ code, name, nameEn }) => ({ value: code, label: locale === 'en' ? nameEn : name }));
  return (
    <ActDialog<SeasonDetail>
      title={t('add')}
      description={t('text')}
      trigger={trigger}
      action={t('add')}
      path={`/api/v1/scorecards/seasons/${seasonId}/sanctions`}
      fields={FIELDS}
      file={{ label: t('file') }}
      done={t('saved')}
      bodyOf={(form) => ({
        ...{ countyId: said(form, 'countyId'), kind: said(form, 'kind'), facts: said(form, 'facts') },
        ...{ documentNo: said(form, 'documentNo'), documentOn: said(form, 'documentOn') },
      })}
    >
      {(errors) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('county')} error={errors('countyId')} required>
              <Select
                name="countyId"
                options={counties.map((one) => ({ value: one.id, label: unitName(one, locale) }))}
              />
            </Field>
            <Field label={t('kind')} error={errors('kind')} required>
              <Select name="kind" options={optionsOf} />
            </Field>
            <Field label={t('documentNo')} error={errors('documentNo')} required>
              <Input name="documentNo" maxLength={80} />
            </Field>
            <Field label={t('documentOn')} error={errors('documentOn')} required>
              <Input name="documentOn" type="date" max={today} defaultValue={today} />
            </Field>
          </div>
          <Field label={t('facts')} error={errors('facts')} required>
            <Textarea name="facts" rows={4} maxLength={2_000} />
          </Field>
        </>
      )}
    </ActDialog>
  );
}
