'use client';

import { useRef, useState } from 'react';
import { useAct } from '@/lib/client/use-act';
import { useDraft } from '@/lib/client/use-draft';
import { useUploads } from '@/lib/client/use-uploads';
import type { InspectionDetail, InspectionSheet, StatedPosition } from '@/lib/domain/inspections/answers';
import {
  blankInspection,
  bodyOf,
  type InspectionValues,
  isPictured,
  type PointValues,
} from '@/lib/domain/inspections/filled';
import { checklistOf } from './inspecting';

/** An inspection that is made in the system: kept as a draft as it grows, sent as one act once its photos are kept. */
export function useInspection(projectId: string, sheet: InspectionSheet, kinds: readonly string[]) {
  const blank = () => blankInspection(sheet, kinds, sheet.today);
  const [values, setValues] = useState(blank);
  const [restored, setRestored] = useState(false);
  const [position, setPosition] = useState<StatedPosition>();
  const startedAt = useRef<string>(undefined);
  const uploads = useUploads();
  const { act, busy, problem } = useAct<InspectionDetail>();
  const draft = useDraft({
    form: 'inspection',
    subject: projectId,
    onRestore: (content) => {
      if (!content.points) return;
      setValues({ ...blank(), ...(content as Partial<InspectionValues>) });
      setRestored(true);
    },
  });

  function put(change: Partial<InspectionValues>) {
    const next = { ...values, ...change };
    setValues(next);
    draft.touch({ ...next });
  }

  const list = checklistOf({ sheet, values, put, problem });

  function answer(code: string, point: PointValues) {
    // the time of the look is that of its first answer
    startedAt.current ??= new Date().toISOString();
    list.answer(code, point);
  }

  function photograph(name: string, photo: Blob | undefined) {
    uploads.choose(name, photo && new File([photo], `${name}.jpg`, { type: photo.type || 'image/jpeg' }));
  }

  async function send(): Promise<InspectionDetail | undefined> {
    const files = await uploads.keep();
    if (!files) return undefined;
    const kept = Object.fromEntries(Object.entries(files).filter(([name]) => isPictured(name, values, list.shown)));
    startedAt.current ??= new Date().toISOString();
    const body = bodyOf(values, list.shown, kept, { deviceAt: startedAt.current, position });
    const made = await act('POST', `/api/v1/projects/${projectId}/inspections`, { body });
    if (!made || made === true) return undefined;
    await draft.drop();
    return made;
  }

  return {
    inspecting: { ...list, answer, position, setPosition, chosen: uploads.chosen, photograph },
    ...{ restored, saved: draft.status, uploads, send, busy: busy || uploads.progress !== undefined },
  };
}
