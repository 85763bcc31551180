'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { UploadState } from '@/components/files/upload-state';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { SaveState } from '@/components/ui/save-state';
import { toast } from '@/components/ui/toast-store';
import { sentencesOf } from '@/lib/client/api';
import type { InspectionSheet } from '@/lib/domain/inspections/answers';
import type { Worded } from '@/lib/domain/projects/choices';
import { InspectBar } from './inspect-bar';
import { InspectFields } from './inspect-fields';
import { useInspection } from './use-inspection';

type Props = {
  projectId: string;
  sheet: InspectionSheet;
  kinds: readonly Worded[];
  names: Readonly<Record<string, string>>;
};

/** 现场检查 in the system: one act, sent with one button below. */
export function InspectForm({ projectId, sheet, kinds, names }: Props) {
  const t = useTranslations('inspections.form');
  const router = useRouter();
  const codes = kinds.map(({ code }) => code);
  const { inspecting, restored, saved, uploads, send, busy } = useInspection(projectId, sheet, codes);
  const { problem } = inspecting;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const made = await send();
    if (!made) return;
    toast(t('sent'));
    router.push(`/inspections/${made.id}`);
  }

  return (
    <form onSubmit={submit} noValidate className="space-y-4">
      {restored && (
        <Banner tone="accent" title={t('draft')}>
          {t('draftPhotos')}
        </Banner>
      )}
      <InspectFields inspecting={inspecting} sheet={sheet} kinds={kinds} names={names} />
      <UploadState uploads={uploads} />
      {problem && <Banner live tone="red" title={problem.title} list={sentencesOf(problem)} />}
      <InspectBar counts={inspecting.counts} state={saved && <SaveState status={saved} />}>
        <Button type="submit" variant="primary" size="lg" busy={busy} className="max-sm:flex-1">
          {t('send')}
        </Button>
      </InspectBar>
    </form>
  );
}
