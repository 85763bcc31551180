'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import type { CandidateAnswer } from '@/lib/domain/funds/batch-answers';
import type { NamedUnit } from '@/lib/domain/units/named';
import { yuanText } from '@/lib/format/money-text';
import { unitName } from '@/lib/format/unit-name';
import { type BatchValues, rowKey } from './batch-values';

type Props = {
  values: BatchValues;
  candidates: readonly CandidateAnswer[];
  counties: readonly NamedUnit[];
  onAdd: (key: string) => void;
};

/** A county or a project that is not in the sheet yet; as reward it may stand there a second time. */
export function BatchAdder({ values, candidates, counties, onAdd }: Props) {
  const t = useTranslations('allocation.lines');
  const common = useTranslations('allocation');
  const locale = useLocale();
  const [reward, setReward] = useState(false);
  const options = [
    ...counties.map((county) => ({
      value: rowKey(county.id, null, reward),
      label: unitName(county, locale),
      note: common('toCounty'),
    })),
    ...candidates.map(({ id, name, code, county, gap }) => ({
      value: rowKey(county.id, id, reward),
      label: name,
      note: `${unitName(county, locale)} · ${yuanText(gap, locale)}`,
      search: code,
    })),
  ].filter(({ value }) => values[value] === undefined);
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
      <div className="min-w-64 grow sm:max-w-md">
        <Field label={t('add')} hint={t('addHint')}>
          <Combobox value="" options={options} onChange={(key) => key && onAdd(key)} />
        </Field>
      </div>
      <Checkbox
        label={t('addReward')}
        checked={reward}
        onChange={(event) => setReward(event.target.checked)}
        className="pb-2"
      />
    </div>
  );
}
