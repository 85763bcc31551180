import { type Reason, reason } from '../kernel/result';
import { formNumber, MOST_FORMS } from './form-number';
import type { RoundStatus } from './types';

/** What printing answers. */
export interface FormsAnswer {
  batch: number;
  count: number;
  /** forms that lost their force to the new ones */
  voided: number;
  first: string;
  last: string;
}

export interface FormBatch {
  batch: number;
  count: number;
  voided: number;
  printedAt: string;
  printedBy: { id: string; name: string };
}

export interface FormRow {
  formNo: string;
  serial: number;
  householdId: string;
  buildingName: string;
  unitNo: string;
  room: string;
  /** m² as decimal text */
  area: string;
  /** masked, bodies by name */
  owners: { name: string; kind: string }[];
  voidAt: string | null;
  voidReason: string | null;
}

/** A household for which a form is asked. */
export interface FormWanted {
  householdId: string;
  /** it has a form that is good */
  hasGood: boolean;
}

export interface PrintFacts {
  status: RoundStatus;
  roundCode: string;
  /** null: all that have no good form */
  asked: readonly string[] | null;
  /** of the roll: those asked for, or all without a good form, in the order of the doors */
  wanted: readonly FormWanted[];
  reason: string | null;
  lastSerial: number;
}

/** Why no forms are printed. A household has one good form: another one takes its place only for a reason. */
export function againstPrinting({ status, asked, wanted, reason: why, lastSerial }: PrintFacts): Reason[] {
  if (status !== 'open') return [reason(`form.notOpen.${status}`)];
  const strangers = asked ? new Set(asked).size - wanted.length : 0;
  const anew = wanted.filter(({ hasGood }) => hasGood).length;
  return [
    ...(strangers > 0 ? [reason('form.notInRoll', { count: strangers }, { field: 'householdIds' })] : []),
    ...(wanted.length === 0 && strangers === 0 ? [reason('form.nobodyWithout')] : []),
    ...(anew > 0 && !why ? [reason('form.reasonMissing', { count: anew }, { field: 'reason' })] : []),
    ...(lastSerial + wanted.length > MOST_FORMS ? [reason('form.serialsUsedUp', { expected: MOST_FORMS })] : []),
  ];
}

export interface Numbered {
  householdId: string;
  serial: number;
  formNo: string;
}

/** The next serials, in the order of the doors. */
export const numbered = ({ roundCode, wanted, lastSerial }: PrintFacts): Numbered[] =>
  wanted.map(({ householdId }, at) => {
    const serial = lastSerial + at + 1;
    return { householdId, serial, formNo: formNumber(roundCode, serial) };
  });
