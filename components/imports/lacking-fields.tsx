'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { ImportMapping } from '@/lib/domain/imports/answers';
import type { FieldSpec, Scalar } from '@/lib/domain/imports/fields';
import { labelIn } from '@/lib/domain/kernel/label';
import { lackingFields, withConstant } from './mapping-state';
import { choiceOptions } from './use-fields';

type Props = { mapping: ImportMapping; towns: readonly string[]; onChange: (mapping: ImportMapping) => void };

// What most often is the same for a whole list; the rest is one click away.
const FIRST = ['subdistrict', 'legalTitle', 'insideTown', 'ownershipKind'];

export function LackingFields({ mapping, towns, onChange }: Props) {
  const t = useTranslations('imports.mapping');
  const locale = useLocale();
  const [all, setAll] = useState(false);
  const lacking = lackingFields(mapping);
  const isShown = ({ field }: FieldSpec) => all || FIRST.includes(field) || field in mapping.constants;
  const shown = lacking.filter(isShown);
  if (lacking.length === 0) return null;
  return (
    <Card title={t('lackTitle')} description={t('lackText')}>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
        {shown.map((spec) => (
          <Field key={spec.field} label={labelIn(spec.label, locale)}>
            <ConstantInput
              spec={spec}
              towns={towns}
              value={mapping.constants[spec.field] ?? null}
              onChange={(value) => onChange(withConstant(mapping, spec.field, value))}
            />
          </Field>
        ))}
      </div>
      {shown.length < lacking.length && (
        <Button className="mt-4" size="sm" variant="quiet" onClick={() => setAll(true)}>
          {t('lackShow', { count: lacking.length - shown.length })}
        </Button>
      )}
    </Card>
  );
}

type InputProps = { spec: FieldSpec; towns: readonly string[]; value: Scalar; onChange: (value: Scalar) => void };

function ConstantInput({ spec, towns, value, onChange, ...wiring }: InputProps) {
  const t = useTranslations();
  const locale = useLocale();
  if (spec.kind === 'boolean') {
    return (
      <Select
        {...wiring}
        placeholder={t('imports.mapping.blank')}
        options={[
          { value: 'true', label: t('common.yes') },
          { value: 'false', label: t('common.no') },
        ]}
        value={value === null ? '' : String(value)}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value === 'true')}
      />
    );
  }
  if (spec.kind === 'choice' || spec.field === 'subdistrict') {
    return (
      <Select
        {...wiring}
        placeholder={t('imports.mapping.blank')}
        options={spec.choices ? choiceOptions(spec, locale) : towns.map((name) => ({ value: name, label: name }))}
        value={value === null ? '' : String(value)}
        onChange={(event) => onChange(event.target.value || null)}
      />
    );
  }
  if (spec.kind === 'year') {
    return (
      <Input
        {...wiring}
        type="number"
        inputMode="numeric"
        min={1900}
        max={2100}
        placeholder={t('imports.mapping.blank')}
        value={value === null ? '' : String(value)}
        onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
      />
    );
  }
  return (
    <Input
      {...wiring}
      maxLength={spec.max}
      placeholder={t('imports.mapping.blank')}
      value={value === null ? '' : String(value)}
      onChange={(event) => onChange(event.target.value || null)}
    />
  );
}
