import type { Problem } from '@/lib/client/api';
import type { InspectionSheet, StatedPosition } from '@/lib/domain/inspections/answers';
import { answered, type InspectionValues, type PointValues } from '@/lib/domain/inspections/filled';
import { pointsAt } from '@/lib/domain/inspections/points';
import { type Sighting, sightingOf } from '@/lib/domain/inspections/repeats';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import type { CheckPoint } from '@/lib/domain/rulebook/schema-site';

interface Held {
  sheet: InspectionSheet;
  values: InspectionValues;
  put: (change: Partial<InspectionValues>) => void;
  problem: Problem | undefined;
}

/** What follows from the values of an inspection, at the desk and without a network alike. */
export function checklistOf({ sheet, values, put, problem }: Held) {
  const place = { compoundId: values.compoundId || null, buildingId: values.buildingId || null };
  const points = pointsAt(place, values.kinds, sheet.points, sheet.planned);
  const shown = points.map(({ code }) => code);
  const result = (code: string) => values.points[code]?.result;
  const count = (wanted: ReturnType<typeof result>) => shown.filter((code) => result(code) === wanted).length;
  const sent = answered(values, shown);
  return {
    ...{ values, put, problem, points, shown },
    answer: (code: string, point: PointValues) => put({ points: { ...values.points, [code]: point } }),
    counts: { pass: count('pass'), fail: count('fail'), left: count(undefined) },
    sightingOf: (check: string): Sighting =>
      sightingOf({ ...place, check, on: values.inspectedOn as CalendarDate }, sheet.earlier),
    /** Refusals of one point, or of a field of what was found there. */
    errorsAt: (code: string, field: string): string[] => {
      const path = `checks.${sent.indexOf(code)}${field && `.finding.${field}`}`;
      return (problem?.reasons ?? []).filter((one) => one.field === path).map(({ message }) => message);
    },
  };
}

/** An inspection that is being made, whatever keeps and sends it. */
export interface Inspecting {
  values: InspectionValues;
  put: (change: Partial<InspectionValues>) => void;
  answer: (code: string, point: PointValues) => void;
  points: readonly CheckPoint[];
  counts: { pass: number; fail: number; left: number };
  sightingOf: (code: string) => Sighting;
  errorsAt: (code: string, field: string) => string[];
  position: StatedPosition | undefined;
  setPosition: (position: StatedPosition) => void;
  /** pictures by name */
  chosen: Readonly<Record<string, Blob>>;
  photograph: (name: string, photo: Blob | undefined) => void;
  problem: Problem | undefined;
}
