'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { Field } from '@/components/ui/field';
import { FormSection } from '@/components/ui/form-section';
import { Input } from '@/components/ui/input';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import type { FacilityName, Place } from '@/lib/domain/compounds/answers';
import { CONDITION_LABELS, OWNERSHIP_LABELS, WILLINGNESS_LABELS } from '@/lib/domain/compounds/labels';
import { CONDITIONS, OWNERSHIP_KINDS, WILLINGNESS } from '@/lib/domain/compounds/types';
import { type Label, labelIn } from '@/lib/domain/kernel/label';
import { unitOptions } from '@/lib/format/unit-name';
import { DEFICIENCY, EXCLUSION, type FactField, MANAGEMENT, type PlainField, SCOPE } from './fields';
import type { FormValues } from './form-values';
import { TriState } from './tri-state';

type Props = { form: UseFormReturn<FormValues>; places: readonly Place[]; facilities: readonly FacilityName[] };

export function CompoundFields({ form, places, facilities }: Props) {
  const t = useTranslations('compounds');
  const locale = useLocale();
  const { register, formState } = form;
  const subdistrict = useWatch({ control: form.control, name: 'subdistrictId' });
  const error = (name: PlainField | 'aliases') => formState.errors[name]?.message?.split('\n');
  const words = <K extends string>(keys: readonly K[], labels: Record<K, Label>) =>
    keys.map((key) => ({ value: key, label: labelIn(labels[key], locale) }));
  const units = (kind: Place['kind']) =>
    unitOptions(
      places.filter(
        (place) =>
          place.kind === kind && (kind === 'subdistrict' || !subdistrict || place.subdistrictId === subdistrict),
      ),
      locale,
    );

  const text = (
    name: PlainField | 'aliases',
    more: { hint?: string; suffix?: string; numeric?: boolean; className?: string; required?: boolean } = {},
  ) => (
    <Field
      id={name}
      label={t(`fields.${name}`)}
      hint={more.hint}
      error={error(name)}
      className={more.className}
      required={more.required}
    >
      <Input
        suffix={more.suffix}
        inputMode={more.numeric ? 'decimal' : undefined}
        autoComplete="off"
        {...register(name)}
      />
    </Field>
  );
  const fact = (name: FactField) => (
    <TriState key={name} id={name} label={t(`fields.${name}`)} error={error(name)} {...register(name)} />
  );

  return (
    <>
      <FormSection id="identity" title={t('sections.identity')} description={t('sections.identityHint')}>
        {text('name', { required: true })}
        {text('aliases', { hint: t('fields.aliasesHint') })}
        <Field id="subdistrictId" label={t('fields.subdistrictId')} error={error('subdistrictId')}>
          <Select placeholder="—" options={units('subdistrict')} {...register('subdistrictId')} />
        </Field>
        <Field id="communityId" label={t('fields.communityId')} error={error('communityId')}>
          <Select placeholder="—" options={units('community')} {...register('communityId')} />
        </Field>
        {text('address', { className: 'sm:col-span-2' })}
        {text('longitude', { numeric: true, suffix: '°E' })}
        {text('latitude', { numeric: true, suffix: '°N' })}
      </FormSection>
      <FormSection id="basics" title={t('sections.basics')} description={t('sections.basicsHint')} columns={3}>
        {text('yearBuilt', { numeric: true, hint: t('fields.yearHint') })}
        {text('statedBuildings', { numeric: true })}
        {text('statedUnits', { numeric: true })}
        {text('statedHouseholds', { numeric: true })}
        {text('statedFloorArea', { numeric: true, suffix: '㎡' })}
        {text('statedExclusiveArea', { numeric: true, suffix: '㎡' })}
      </FormSection>
      <FormSection id="ownership" title={t('sections.ownership')} columns={3}>
        <Field id="ownershipKind" label={t('fields.ownershipKind')} error={error('ownershipKind')}>
          <Select placeholder="—" options={words(OWNERSHIP_KINDS, OWNERSHIP_LABELS)} {...register('ownershipKind')} />
        </Field>
        {text('originalUnit')}
        <Field
          id="willingness"
          label={t('fields.willingness')}
          hint={t('fields.willingnessHint')}
          error={error('willingness')}
        >
          <Select placeholder="—" options={words(WILLINGNESS, WILLINGNESS_LABELS)} {...register('willingness')} />
        </Field>
        {MANAGEMENT.map(fact)}
      </FormSection>
      <FormSection id="scope" title={t('sections.scope')} description={t('sections.scopeHint')}>
        {SCOPE.map(fact)}
      </FormSection>
      <FormSection id="deficiencies" title={t('sections.deficiencies')} description={t('sections.deficienciesHint')}>
        {DEFICIENCY.map(fact)}
      </FormSection>
      <FormSection id="exclusions" title={t('sections.exclusions')}>
        {EXCLUSION.map(fact)}
      </FormSection>
      <FormSection id="facilities" title={t('sections.facilities')} description={t('sections.facilitiesHint')}>
        {facilities.map((facility) => (
          <Field
            key={facility.key}
            group
            id={`facility-${facility.key}`}
            label={locale === 'en' ? facility.nameEn : facility.name}
          >
            <RadioGroup
              options={[...words(CONDITIONS, CONDITION_LABELS), { value: '', label: t('tri.unknown') }]}
              {...register(`facilities.${facility.key}`)}
            />
          </Field>
        ))}
      </FormSection>
      <FormSection id="remarksSection" title={t('sections.remarks')} columns={1}>
        <Field id="remarks" label={t('fields.remarks')} error={error('remarks')}>
          <Textarea {...register('remarks')} />
        </Field>
      </FormSection>
    </>
  );
}
