'use client';

import { useRef, useState } from 'react';
import { checklistOf, type Inspecting } from '@/components/inspections/forms/inspecting';
import type { Field } from '@/lib/client/outbox/use-field';
import { NOT_YET } from '@/lib/domain/field/record';
import { inspectionFaults } from '@/lib/domain/field/site';
import type { SitePackage } from '@/lib/domain/field/site-package';
import type { InspectionRecord, Stated } from '@/lib/domain/field/types';
import type { StatedPosition } from '@/lib/domain/inspections/answers';
import { bodyOf, type InspectionValues, isPictured, type PointValues } from '@/lib/domain/inspections/filled';
import { useFaults } from './use-faults';
import { useKept, useSitePhotos } from './use-kept';

/** An inspection that is made on the device: kept with each answer, judged by the server's own rules, sent when there is a way. */
export function useSiteInspection(
  field: Field,
  record: InspectionRecord,
  { sheet, kinds }: NonNullable<SitePackage['inspection']>,
) {
  const [values, setValues] = useState(record.values);
  const [position, setStatedPosition] = useState(record.stated.position);
  const startedAt = useRef(record.stated.startedAt);
  // once it was to be finished, what is still wrong is said with each tap
  const [tried, setTried] = useState(false);
  const faults = useFaults();
  const { touch, flush } = useKept(field, record.id);
  const { chosen, photograph } = useSitePhotos(field, record.id);
  const stated = (at: StatedPosition | null = position): Stated => ({ startedAt: startedAt.current, position: at });

  function put(change: Partial<InspectionValues>) {
    const next = { ...values, ...change };
    setValues(next);
    touch({ kind: 'inspection', values: next, stated: stated() });
  }

  const { shown } = checklistOf({ sheet, values, put, problem: undefined });
  const names = Object.keys(chosen).filter((name) => isPictured(name, values, shown));
  const bodyNow = (deviceAt: string) =>
    bodyOf(values, shown, Object.fromEntries(names.map((name) => [name, NOT_YET])), {
      deviceAt,
      position: position ?? undefined,
    });
  const against = (now: Date) => inspectionFaults(bodyNow(startedAt.current ?? now.toISOString()), sheet, kinds, now);
  const problem = tried ? faults(against(new Date())) : undefined;
  const list = checklistOf({ sheet, values, put, problem });

  function answer(code: string, point: PointValues) {
    // the time of the look is that of its first answer
    startedAt.current ??= new Date().toISOString();
    list.answer(code, point);
  }

  function setPosition(at: StatedPosition) {
    setStatedPosition(at);
    touch({ kind: 'inspection', values, stated: stated(at) });
  }

  /** Answers whether it is on its way; else what is wrong is shown. */
  async function finish(): Promise<boolean> {
    setTried(true);
    if (against(new Date()).length > 0) return false;
    startedAt.current ??= new Date().toISOString();
    touch({ kind: 'inspection', values, stated: stated() });
    await flush();
    await field.finish(record.id, { kind: 'inspection', body: bodyNow(startedAt.current) }, new Set(names));
    return true;
  }

  const inspecting: Inspecting = {
    ...{ ...list, answer, chosen, photograph, problem },
    ...{ position: position ?? undefined, setPosition },
  };
  return { inspecting, finish };
}
