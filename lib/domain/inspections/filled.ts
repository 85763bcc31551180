import type { z } from 'zod';
import type { FindingGrade } from '../projects/types';
import type { InspectionSheet, StatedPosition } from './answers';
import type { inspectionInput } from './schema';
import type { CheckResult } from './types';

/** A finding as it is being written: texts of a form. */
export interface FoundValues {
  grade: FindingGrade;
  place: string;
  content: string;
  limitOn: string;
  /** id of a party; '' for somebody else */
  party: string;
  responsible: string;
}

export interface PointValues {
  result?: CheckResult;
  found: FoundValues;
}

export interface InspectionValues {
  kinds: string[];
  compoundId: string;
  buildingId: string;
  inspectedOn: string;
  participants: string;
  summary: string;
  points: Record<string, PointValues>;
  stop: { on: boolean; no: string; reason: string; scope: 'project' | 'compound' };
}

export const EMPTY_FOUND: FoundValues = {
  grade: 'minor',
  place: '',
  content: '',
  limitOn: '',
  party: '',
  responsible: '',
};

/** As it is before anything is answered: both kinds, and the compound where there is only one. */
export const blankInspection = (
  { compounds }: InspectionSheet,
  kinds: readonly string[],
  day: string,
): InspectionValues => ({
  ...{ kinds: [...kinds], compoundId: compounds.length === 1 ? (compounds[0]?.id ?? '') : '', buildingId: '' },
  ...{ inspectedOn: day, participants: '', summary: '', points: {} },
  stop: { on: false, no: '', reason: '', scope: 'project' },
});

/** Names under which photos are chosen. */
export const photoOf = (code: string) => `check.${code}` as const;
export const SITE_PHOTO = 'site.';
export type InspectionPhoto = ReturnType<typeof photoOf> | `${typeof SITE_PHOTO}${string}`;

/** A picture belongs to what was found: of a point that is not wrong, or not shown, none is sent. */
export const isPictured = (name: string, values: InspectionValues, shown: readonly string[]): boolean =>
  name.startsWith(SITE_PHOTO) || shown.some((code) => photoOf(code) === name && values.points[code]?.result === 'fail');

const filled = (fields: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).flatMap(([key, value]) => (value?.trim() ? [[key, value.trim()]] : [])));

/** What was answered at the points that are shown, in their order. */
export const answered = (values: InspectionValues, shown: readonly string[]): string[] =>
  shown.filter((code) => values.points[code]?.result !== undefined);

function foundBody(found: FoundValues, photoFileId: string | undefined) {
  const { grade, place, content, limitOn, party, responsible } = found;
  const who = party ? { partyId: party } : { responsible };
  return { grade, place: place.trim(), content: content.trim(), limitOn, ...filled({ ...who, photoFileId }) };
}

interface Stated {
  deviceAt: string;
  position: StatedPosition | undefined;
}

/** As it goes to the server. */
export type InspectionBody = z.input<typeof inspectionInput>;

/** The one act that is sent, with the ids of the photos that are kept already. */
export function bodyOf(
  values: InspectionValues,
  shown: readonly string[],
  files: Readonly<Record<string, string>>,
  { deviceAt, position }: Stated,
): InspectionBody {
  const { kinds, compoundId, buildingId, inspectedOn, participants, summary, points, stop } = values;
  const { no, reason, scope } = stop;
  const isWrong = answered(values, shown).some((code) => points[code]?.result === 'fail');
  return {
    ...{ kinds, inspectedOn, deviceAt, position },
    ...filled({ compoundId, buildingId, participants, summary }),
    photoFileIds: Object.entries(files).flatMap(([name, id]) => (name.startsWith(SITE_PHOTO) ? [id] : [])),
    checks: shown.flatMap((code) => {
      const { result, found = EMPTY_FOUND } = points[code] ?? {};
      if (result === undefined) return [];
      return [{ code, result, ...(result === 'fail' ? { finding: foundBody(found, files[photoOf(code)]) } : {}) }];
    }),
    ...(stop.on && isWrong ? { stopWork: { no: no.trim(), reason: reason.trim(), scope } } : {}),
  };
}
