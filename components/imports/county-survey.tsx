'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Select, type SelectOption } from '@/components/ui/select';
import { SurveyDownload } from './survey-download';

/** For those who read several counties and import into none: one county's workbook, masked. */
export function CountySurvey({ counties }: { counties: readonly SelectOption[] }) {
  const t = useTranslations('imports.county');
  const [only, another] = counties;
  const [county, setCounty] = useState(only && !another ? only.value : '');
  return (
    <Card title={t('title')} description={t('text')} className="mb-8">
      <div className="max-w-sm space-y-4">
        <Field label={t('field')} required>
          <Select
            value={county}
            onChange={(event) => setCounty(event.target.value)}
            placeholder={t('choose')}
            options={counties}
          />
        </Field>
        <SurveyDownload mayUnmask={false} county={county} />
      </div>
    </Card>
  );
}
