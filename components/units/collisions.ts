import type { Collision } from '@/components/ui/conflict-dialog';
import type { UnitDetail } from '@/lib/domain/units/views';

const present = (unit: UnitDetail) => unit.versions.find(({ validTo }) => validTo === null);

/** What is saved under a field of the forms, as the form writes it. */
const SAVED: Record<string, (unit: UnitDetail) => string> = {
  name: ({ name }) => name,
  code: ({ code }) => code,
  validFrom: (unit) => present(unit)?.validFrom ?? unit.validFrom,
  documentNo: (unit) => present(unit)?.documentNo ?? '',
  nameEn: ({ nameEn }) => nameEn ?? '',
  sortOrder: ({ sortOrder }) => String(sortOrder),
  feasibility: ({ approvers }) => approvers.feasibility ?? '',
  validTo: ({ validTo }) => validTo ?? '',
  reason: ({ retiredReason }) => retiredReason ?? '',
};
/** Said of the act itself, not a saved value that is corrected: they meet the other's only where the other did the same. */
const OF_THE_ACT = ['validFrom', 'documentNo', 'validTo', 'reason'];
/** A rename has its own day and document; the other's stay with the other's rename. */
const OF_MY_RENAME = ['validFrom', 'documentNo'];

export const savedValue = (unit: UnitDetail, name: string): string => SAVED[name]?.(unit) ?? '';

type Typed = Readonly<Record<string, string>>;
type Field = { name: string; label: string };

/** Every field where what I am about to save is not what is saved now. `base` is the unit as I opened it. */
export function collisionsOf(fields: readonly Field[], mine: Typed, base: UnitDetail, theirs: UnitDetail): Collision[] {
  return fields.flatMap(({ name, label }) => {
    const [typed, was, now] = [mine[name] ?? '', savedValue(base, name), savedValue(theirs, name)];
    const ofTheAct = OF_THE_ACT.includes(name);
    if (typed === now || (ofTheAct && now === was)) return [];
    return {
      key: name,
      label,
      theirs: now,
      mine: typed,
      untouched: !ofTheAct && typed === was,
      mineOnly: OF_MY_RENAME.includes(name),
    };
  });
}

/** Whether nothing of mine is left to save once the other's values were taken. */
export function allTheirs(collisions: readonly Collision[], takeTheirs: ReadonlySet<string>): boolean {
  const open = collisions.filter(({ mineOnly }) => !mineOnly);
  return open.length > 0 && open.every(({ key }) => takeTheirs.has(key));
}
