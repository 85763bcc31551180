'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { fieldErrors } from '@/lib/client/api';
import type { InspectionSheet } from '@/lib/domain/inspections/answers';
import type { Worded } from '@/lib/domain/projects/choices';
import type { Inspecting } from './inspecting';
import { PositionField } from './position-field';

type Props = { inspecting: Inspecting; sheet: InspectionSheet; kinds: readonly Worded[] };

/** Which kinds, where, when, with whom. */
export function WhatFields({ inspecting, sheet, kinds }: Props) {
  const t = useTranslations('inspections');
  const locale = useLocale();
  const { values, put, problem, position, setPosition } = inspecting;
  const buildings = sheet.compounds.find(({ id }) => id === values.compoundId)?.buildings ?? [];
  const toggle = (code: string, isIn: boolean) =>
    put({ kinds: kinds.map((one) => one.code).filter((one) => (one === code ? isIn : values.kinds.includes(one))) });
  const options = (all: readonly { id: string; name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Card title={t('form.what')}>
      <div className="space-y-4">
        <Field label={t('form.kinds')} error={fieldErrors(problem, 'kinds')} group required>
          <div className="flex flex-wrap gap-x-6 gap-y-2">
            {kinds.map(({ code, name, nameEn }) => (
              <Checkbox
                key={code}
                label={locale === 'en' ? nameEn : name}
                checked={values.kinds.includes(code)}
                onChange={(event) => toggle(code, event.target.checked)}
              />
            ))}
          </div>
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('form.compound')} error={fieldErrors(problem, 'compoundId')}>
            <Select
              value={values.compoundId}
              onChange={(event) => put({ compoundId: event.target.value, buildingId: '' })}
              placeholder={t('wholeProject')}
              options={options(sheet.compounds)}
            />
          </Field>
          <Field label={t('form.building')} error={fieldErrors(problem, 'buildingId')}>
            <Select
              value={values.buildingId}
              disabled={buildings.length === 0}
              onChange={(event) => put({ buildingId: event.target.value })}
              placeholder={t(values.compoundId ? 'wholeCompound' : 'wholeProject')}
              options={options(buildings)}
            />
          </Field>
          <Field label={t('form.day')} error={fieldErrors(problem, 'inspectedOn')} required>
            <Input
              type="date"
              value={values.inspectedOn}
              onChange={(event) => put({ inspectedOn: event.target.value })}
            />
          </Field>
          <Field label={t('form.participants')} error={fieldErrors(problem, 'participants')} optional>
            <Input
              maxLength={200}
              value={values.participants}
              onChange={(event) => put({ participants: event.target.value })}
            />
          </Field>
        </div>
        <PositionField position={position} onPosition={setPosition} />
      </div>
    </Card>
  );
}
