'use client';

import { useRef, useState } from 'react';
import { checklistOf, type Inspecting } from '@/components/inspections/forms/inspecting';
import type { Problem } from '@/lib/client/api';
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
  const [problem, setProblem] = useState<Problem>();
  const faults = useFaults();
  const { touch, flush } = useKept(field, record.id);
  const { chosen, photograph } = useSitePhotos(field, record.id);
  const stated = (at: StatedPosition | null = position): Stated => ({ startedAt: startedAt.current, position: at });

  function put(change: Partial<InspectionValues>) {
    const next = { ...values, ...change };
    setValues(next);
    touch({ kind: 'inspection', values: next, stated: stated() });
  }

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
    startedAt.current ??= new Date().toISOString();
    const names = Object.keys(chosen).filter((name) => isPictured(name, values, list.shown));
    const notYet = Object.fromEntries(names.map((name) => [name, NOT_YET]));
    const body = bodyOf(values, list.shown, notYet, {
      deviceAt: startedAt.current,
      position: position ?? undefined,
    });
    const against = inspectionFaults(body, sheet, kinds, new Date());
    setProblem(against.length > 0 ? faults(against) : undefined);
    if (against.length > 0) return false;
    touch({ kind: 'inspection', values, stated: stated() });
    await flush();
    await field.finish(record.id, { kind: 'inspection', body }, new Set(names));
    return true;
  }

  const inspecting: Inspecting = {
    ...{ ...list, answer, chosen, photograph, problem },
    ...{ position: position ?? undefined, setPosition },
  };
  return { inspecting, finish };
}
