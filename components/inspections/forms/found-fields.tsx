'use client';

import { useLocale, useTranslations } from 'next-intl';
import { PhotoInput } from '@/components/field/photo-input';
import { Banner } from '@/components/ui/banner';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import type { FoundValues } from '@/lib/domain/inspections/filled';
import type { Sighting } from '@/lib/domain/inspections/repeats';
import { labelIn } from '@/lib/domain/kernel/label';
import { FINDING_GRADE_LABELS } from '@/lib/domain/projects/labels';
import { FINDING_GRADES, type FindingGrade } from '@/lib/domain/projects/types';

type Props = {
  found: FoundValues;
  onChange: (found: FoundValues) => void;
  parties: readonly { id: string; name: string }[];
  photo: Blob | undefined;
  onPhoto: (photo: Blob | undefined) => void;
  /** what it comes to, beside what was found there before */
  sighting: Sighting;
  errors: (field: string) => string[];
};

/** What is wrong, written where it is seen. */
export function FoundFields({ found, onChange, parties, photo, onPhoto, sighting, errors }: Props) {
  const t = useTranslations('inspections.form');
  const locale = useLocale();
  const put = (change: Partial<FoundValues>) => onChange({ ...found, ...change });
  return (
    <div className="mt-3 space-y-4 rounded-md border border-red-line bg-red-soft p-3">
      {sighting.kind === 'again' && <Banner tone="amber" title={t('again')} />}
      {sighting.kind === 'repeat' && <Banner tone="amber" title={t('repeat', { no: String(sighting.no) })} />}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('grade')} error={errors('grade')} required>
          <Select
            value={found.grade}
            onChange={(event) => put({ grade: event.target.value as FindingGrade })}
            options={FINDING_GRADES.map((value) => ({ value, label: labelIn(FINDING_GRADE_LABELS[value], locale) }))}
          />
        </Field>
        <Field label={t('place')} error={errors('place')} required>
          <Input value={found.place} maxLength={100} onChange={(event) => put({ place: event.target.value })} />
        </Field>
      </div>
      <Field label={t('content')} error={errors('content')} required>
        <Textarea
          rows={2}
          maxLength={500}
          value={found.content}
          onChange={(event) => put({ content: event.target.value })}
        />
      </Field>
      <PhotoInput
        label={t('photo')}
        hint={found.grade === 'grave' ? t('gravePhoto') : t('photoHint')}
        error={errors('photoFileId')[0]}
        photo={photo}
        onPhoto={onPhoto}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('limitOn')} error={errors('limitOn')} required>
          <Input type="date" value={found.limitOn} onChange={(event) => put({ limitOn: event.target.value })} />
        </Field>
        <Field label={t('party')} error={errors('partyId')} required>
          <Select
            value={found.party}
            onChange={(event) => put({ party: event.target.value })}
            placeholder={t('otherParty')}
            options={parties.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
        {!found.party && (
          <Field label={t('responsible')} error={errors('responsible')} required>
            <Input
              maxLength={100}
              value={found.responsible}
              onChange={(event) => put({ responsible: event.target.value })}
            />
          </Field>
        )}
      </div>
    </div>
  );
}
