'use client';

import { useTranslations } from 'next-intl';
import { PhotoRow } from '@/components/field/photo-row';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { fieldErrors } from '@/lib/client/api';
import type { InspectionSheet } from '@/lib/domain/inspections/answers';
import { photoOf, SITE_PHOTO } from '@/lib/domain/inspections/filled';
import type { Worded } from '@/lib/domain/projects/choices';
import { Checklist } from './checklist';
import type { Inspecting } from './inspecting';
import { StopWorkFields } from './stop-work-fields';
import { WhatFields } from './what-fields';

type Props = {
  inspecting: Inspecting;
  sheet: InspectionSheet;
  kinds: readonly Worded[];
  /** names of the menu's items */
  names: Readonly<Record<string, string>>;
};

/** 现场检查, with one hand: the checklist of the place, what is wrong written down where it is seen. */
export function InspectFields({ inspecting, sheet, kinds, names }: Props) {
  const t = useTranslations('inspections.form');
  const { values, put, points, counts, chosen, photograph, problem } = inspecting;
  return (
    <>
      <WhatFields inspecting={inspecting} sheet={sheet} kinds={kinds} />
      <Checklist
        points={points}
        kinds={kinds}
        names={names}
        parties={sheet.parties}
        values={values.points}
        onChange={inspecting.answer}
        photos={(code) => chosen[photoOf(code)]}
        onPhoto={(code, photo) => photograph(photoOf(code), photo)}
        sightingOf={inspecting.sightingOf}
        errors={inspecting.errorsAt}
      />
      {counts.fail > 0 && (
        <StopWorkFields
          stop={values.stop}
          withCompound={values.compoundId !== ''}
          onChange={(stop) => put({ stop })}
          errors={(field) => fieldErrors(problem, field)}
        />
      )}
      <Card title={t('sitePhotos')} description={t('photoHint')}>
        <PhotoRow
          prefix={SITE_PHOTO}
          most={20}
          label={(no) => t('sitePhoto', { no })}
          chosen={chosen}
          onPhoto={photograph}
        />
      </Card>
      <Card>
        <Field label={t('summary')} error={fieldErrors(problem, 'summary')} optional>
          <Textarea
            rows={2}
            maxLength={500}
            value={values.summary}
            onChange={(event) => put({ summary: event.target.value })}
          />
        </Field>
      </Card>
    </>
  );
}
