import type { CalendarDate } from '../kernel/calendar-date';
import { type Decision, decide, type Reason, reason } from '../kernel/result';
import { UNIT_KINDS, type UnitKind, type UnitVersion } from './types';

/** The version of a unit that held on a day: an old report prints the old name. undefined before the first and after the last. */
export function unitOn<V extends Pick<UnitVersion, 'validFrom' | 'validTo'>>(
  versions: readonly V[],
  date: CalendarDate,
): V | undefined {
  return versions
    .filter((version) => version.validFrom <= date && (version.validTo === null || date < version.validTo))
    .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
}

/** 禄丰县 until 2021, 禄丰市 since. */
export function unitNameOn(versions: readonly UnitVersion[], date: CalendarDate): string | undefined {
  return unitOn(versions, date)?.name;
}

/** The kind a unit's parent must have; null for the prefecture, which has none (a province may stand above one day). */
export function parentKindOf(kind: UnitKind): UnitKind | null {
  return UNIT_KINDS[UNIT_KINDS.indexOf(kind) - 1] ?? null;
}

const CODES: Record<UnitKind, RegExp> = {
  prefecture: /^\d{4}00$/,
  // GB/T 2260, or for a unit without a code of its own the prefecture's with letters: 532300-KFQ.
  county: /^(\d{4}(?!00)\d{2}|\d{6}-[A-Z]{2,6})$/,
  subdistrict: /^\d{9}$/,
  community: /^\d{12}$/,
};

export function isUnitCode(kind: UnitKind, code: string): boolean {
  return CODES[kind].test(code);
}

/** Whether a unit of this kind and code may stand under this parent; all that is wrong. */
export function checkUnit(
  unit: { kind: UnitKind; code: string },
  parent: { kind: UnitKind; code: string } | null,
): Decision<true> {
  const reasons: Reason[] = [];
  if (!isUnitCode(unit.kind, unit.code))
    reasons.push(reason(`units.code.${unit.kind}`, { found: unit.code }, { field: 'code' }));
  const expected = parentKindOf(unit.kind);
  if ((parent?.kind ?? null) !== expected)
    reasons.push(reason(`units.parent.${unit.kind}`, undefined, { field: 'parentId' }));
  else if (parent && !unit.code.startsWith(prefixUnder(parent))) {
    reasons.push(
      reason('units.codeNotUnderParent', { found: unit.code, expected: prefixUnder(parent) }, { field: 'code' }),
    );
  }
  return decide(true, reasons);
}

// A development zone's subdistricts keep the codes of the county they lie in: only the prefecture's four digits are shared.
function prefixUnder(parent: { kind: UnitKind; code: string }): string {
  return parent.kind === 'prefecture' || parent.code.includes('-') ? parent.code.slice(0, 4) : parent.code;
}

/** A unit's new version starts after the one before it, and not before that one began. */
export function checkNewVersion(current: Pick<UnitVersion, 'validFrom'>, validFrom: CalendarDate): Decision<true> {
  return decide(
    true,
    validFrom > current.validFrom
      ? []
      : [reason('units.versionTooEarly', { found: validFrom, expected: current.validFrom }, { field: 'validFrom' })],
  );
}
