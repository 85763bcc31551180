'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { UploadState } from '@/components/files/upload-state';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { SaveState } from '@/components/ui/save-state';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast-store';
import { fieldErrors, sentencesOf } from '@/lib/client/api';
import type { InspectionSheet } from '@/lib/domain/inspections/answers';
import type { Worded } from '@/lib/domain/projects/choices';
import { photoOf } from '../inspection-values';
import { Checklist } from './checklist';
import { SitePhotos } from './site-photos';
import { StopWorkFields } from './stop-work-fields';
import { useInspection } from './use-inspection';
import { WhatFields } from './what-fields';

type Props = {
  projectId: string;
  sheet: InspectionSheet;
  kinds: readonly Worded[];
  names: Readonly<Record<string, string>>;
};

/** 现场检查, with one hand: the checklist of the place, what is wrong written down where it is seen, one button below. */
export function InspectForm({ projectId, sheet, kinds, names }: Props) {
  const t = useTranslations('inspections.form');
  const router = useRouter();
  const inspecting = useInspection(
    projectId,
    sheet,
    kinds.map(({ code }) => code),
  );
  const { values, put, answer, points, counts, uploads, photograph, send, busy, problem, errorsAt } = inspecting;
  const isSending = busy || uploads.progress !== undefined;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const made = await send();
    if (!made) return;
    toast(t('sent'));
    router.push(`/inspections/${made.id}`);
  }

  return (
    <form onSubmit={submit} noValidate className="space-y-4">
      {inspecting.restored && (
        <Banner tone="accent" title={t('draft')}>
          {t('draftPhotos')}
        </Banner>
      )}
      <WhatFields inspecting={inspecting} sheet={sheet} kinds={kinds} />
      <Checklist
        points={points}
        kinds={kinds}
        names={names}
        parties={sheet.parties}
        values={values.points}
        onChange={answer}
        photos={(code) => uploads.chosen[photoOf(code)]}
        onPhoto={(code, photo) => photograph(photoOf(code), photo)}
        sightingOf={inspecting.sightingOf}
        errors={errorsAt}
      />
      {counts.fail > 0 && (
        <StopWorkFields
          stop={values.stop}
          withCompound={values.compoundId !== ''}
          onChange={(stop) => put({ stop })}
          errors={(field) => fieldErrors(problem, field)}
        />
      )}
      <SitePhotos uploads={uploads} photograph={photograph} />
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
      <UploadState uploads={uploads} />
      {problem && <Banner live tone="red" title={problem.title} list={sentencesOf(problem)} />}
      <section
        aria-label={t('send')}
        className="no-print sticky bottom-0 z-10 flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line bg-surface p-3 shadow-card"
      >
        <div className="min-w-0">
          <p role="status" className="text-sm text-ink-2">
            {t('progress', counts)}
          </p>
          {inspecting.saved && <SaveState status={inspecting.saved} />}
        </div>
        <Button type="submit" variant="primary" size="lg" busy={isSending} className="max-sm:flex-1">
          {t('send')}
        </Button>
      </section>
    </form>
  );
}
