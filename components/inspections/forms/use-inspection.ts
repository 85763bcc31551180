'use client';

import { useRef, useState } from 'react';
import { useAct } from '@/lib/client/use-act';
import { useDraft } from '@/lib/client/use-draft';
import { useUploads } from '@/lib/client/use-uploads';
import type { InspectionDetail, InspectionSheet, StatedPosition } from '@/lib/domain/inspections/answers';
import { pointsAt } from '@/lib/domain/inspections/points';
import { type Sighting, sightingOf } from '@/lib/domain/inspections/repeats';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { answered, bodyOf, type InspectionValues, type PointValues, photoOf } from '../inspection-values';

/** As it is before anything is answered: both kinds, and the compound where there is only one. */
const blank = ({ compounds, today }: InspectionSheet, kinds: readonly string[]): InspectionValues => ({
  ...{ kinds: [...kinds], compoundId: compounds.length === 1 ? (compounds[0]?.id ?? '') : '', buildingId: '' },
  ...{ inspectedOn: today, participants: '', summary: '', points: {} },
  stop: { on: false, no: '', reason: '', scope: 'project' },
});

/** An inspection that is being made: kept as a draft as it grows, sent as one act once its photos are kept. */
export function useInspection(projectId: string, sheet: InspectionSheet, kinds: readonly string[]) {
  const [values, setValues] = useState(() => blank(sheet, kinds));
  const [restored, setRestored] = useState(false);
  const [position, setPosition] = useState<StatedPosition>();
  const startedAt = useRef<string>(undefined);
  const sent = useRef<string[]>([]);
  const uploads = useUploads();
  const { act, busy, problem } = useAct<InspectionDetail>();
  const draft = useDraft({
    form: 'inspection',
    subject: projectId,
    onRestore: (content) => {
      if (!content.points) return;
      setValues({ ...blank(sheet, kinds), ...(content as Partial<InspectionValues>) });
      setRestored(true);
    },
  });

  const place = { compoundId: values.compoundId || null, buildingId: values.buildingId || null };
  const points = pointsAt(place, values.kinds, sheet.points, sheet.planned);
  const shown = points.map(({ code }) => code);

  function put(change: Partial<InspectionValues>) {
    const next = { ...values, ...change };
    setValues(next);
    draft.touch({ ...next });
  }

  function answer(code: string, point: PointValues) {
    // the time of the look is that of its first answer
    startedAt.current ??= new Date().toISOString();
    put({ points: { ...values.points, [code]: point } });
  }

  function photograph(name: string, photo: Blob | undefined) {
    uploads.choose(name, photo && new File([photo], `${name}.jpg`, { type: photo.type || 'image/jpeg' }));
  }

  const result = (code: string) => values.points[code]?.result;
  const counts = {
    pass: shown.filter((code) => result(code) === 'pass').length,
    fail: shown.filter((code) => result(code) === 'fail').length,
    left: shown.filter((code) => result(code) === undefined).length,
  };

  const found = (check: string): Sighting =>
    sightingOf({ ...place, check, on: values.inspectedOn as CalendarDate }, sheet.earlier);

  async function send(): Promise<InspectionDetail | undefined> {
    const files = await uploads.keep();
    if (!files) return undefined;
    sent.current = answered(values, shown);
    // of a point that is not wrong, or not shown, no photo is sent
    const isSent = (name: string) =>
      !name.startsWith(photoOf('')) || sent.current.some((code) => photoOf(code) === name && result(code) === 'fail');
    const kept = Object.fromEntries(Object.entries(files).filter(([name]) => isSent(name)));
    startedAt.current ??= new Date().toISOString();
    const body = bodyOf(values, shown, kept, { deviceAt: startedAt.current, position });
    const made = await act('POST', `/api/v1/projects/${projectId}/inspections`, { body });
    if (!made || made === true) return undefined;
    await draft.drop();
    return made;
  }

  /** Refusals of one point, or of a field of what was found there. */
  function errorsAt(code: string, field: string): string[] {
    const path = `checks.${sent.current.indexOf(code)}${field && `.finding.${field}`}`;
    return (problem?.reasons ?? []).filter((one) => one.field === path).map(({ message }) => message);
  }

  return {
    ...{ values, put, answer, points, counts, sightingOf: found, restored, saved: draft.status },
    ...{ position, setPosition, uploads, photograph, send, busy, problem, errorsAt },
  };
}

export type Inspecting = ReturnType<typeof useInspection>;
