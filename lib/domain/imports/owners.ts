import { parsePhone } from '../compounds/identity';
import { maskName, maskPhone } from '../compounds/masking';
import type { OwnerKind } from '../compounds/types';
import { type Decision, ok, type Reason, reason } from '../kernel/result';
import type { Scalar } from './fields';

export interface OwnerCell {
  name: string;
  kind: OwnerKind;
  phone: string | null;
}

/** An owner in the register: masked as everybody reads it; `clear` only where the import may compare with it. */
export interface KnownOwner {
  id: string;
  kind: OwnerKind;
  nameMasked: string;
  phoneMasked: string | null;
}

const SEPARATORS = /[、，,;；/\n]+/;
const NOTHING = /^[-—–无]*$/;
const split = (text: Scalar): string[] =>
  typeof text === 'string'
    ? text
        .split(SEPARATORS)
        .map((part) => part.trim())
        .filter((part) => part !== '')
    : [];

const isMasked = (text: string) => text.includes('*');

/** Known bodies are found again in a cell that names several; what is left over is one more. */
function bodiesIn(text: string, known: readonly string[]): string[] {
  const first = known.find((name) => text === name || text.startsWith(`${name}、`));
  if (first !== undefined) {
    const rest = text.slice(first.length + 1);
    return rest === '' ? [first] : [first, ...bodiesIn(rest, known)];
  }
  const last = known.find((name) => text.endsWith(`、${name}`));
  return last === undefined ? [text] : [...bodiesIn(text.slice(0, -last.length - 1), known), last];
}

/** '张三、李四' with '138…、-' → two owners. A body's name may hold a comma-like mark: it is one owner, unless the names are known ones. */
export function readOwners(
  name: Scalar,
  kind: Scalar,
  phone: Scalar,
  known: readonly string[] = [],
): Decision<OwnerCell[]> {
  const ownerKind: OwnerKind = kind === 'body' ? 'body' : 'person';
  const bodies = () => (typeof name === 'string' && name !== '' ? bodiesIn(name, known) : []);
  const names = ownerKind === 'body' ? bodies() : split(name);
  const phones = split(phone);
  if (names.length === 0) {
    return phones.some((one) => !NOTHING.test(one))
      ? { ok: false, reasons: [reason('import.owner.nameless')] }
      : ok([]);
  }
  if (phones.length > names.length)
    return {
      ok: false,
      reasons: [reason('import.owner.tooManyPhones', { found: phones.length, expected: names.length })],
    };
  const reasons: Reason[] = [];
  const owners = names.map((one, index): OwnerCell => {
    const written = phones[index] ?? '';
    return { name: one, kind: ownerKind, phone: readOnePhone(written, reasons) };
  });
  return reasons.length > 0 ? { ok: false, reasons } : ok(owners);
}

function readOnePhone(written: string, reasons: Reason[]): string | null {
  if (NOTHING.test(written)) return null;
  if (isMasked(written)) return written;
  const read = parsePhone(written);
  if (read.ok) return read.value;
  reasons.push(reason('cell.phone', { found: maskPhone(written) }));
  return null;
}

/** The two cells as the template shows them, masked or not. */
export function ownerCells(owners: readonly { name: string; phone: string | null }[]): {
  name: string | null;
  phone: string | null;
} {
  if (owners.length === 0) return { name: null, phone: null };
  const anyPhone = owners.some((owner) => owner.phone !== null);
  return {
    name: owners.map((owner) => owner.name).join('、'),
    phone: anyPhone ? owners.map((owner) => owner.phone ?? '-').join('、') : null,
  };
}

export type OwnerStep =
  | { do: 'keep'; id: string }
  /** name or phone typed anew over a known owner; null phone clears, undefined leaves it as it is */
  | { do: 'update'; id: string; name: string | undefined; phone: string | null | undefined }
  | { do: 'add'; owner: OwnerCell }
  | { do: 'end'; id: string };

/** Values of known owners in clear, asked for only where a mask cannot tell. */
export type Clear = (id: string) => { name: string; phone: string | null };

/** The column says one kind for all owners of the dwelling: where persons and bodies share it, each keeps its own. */
const sameName = (cell: OwnerCell, known: KnownOwner, clear: Clear, mixed: boolean): boolean => {
  if (cell.kind !== known.kind && !mixed) return false;
  // A body's name is stored in clear beside its cipher.
  if (known.kind === 'body' || isMasked(cell.name)) return cell.name === known.nameMasked;
  return maskName(cell.name) === known.nameMasked && clear(known.id).name === cell.name;
};

const isOtherMask = ({ phone }: OwnerCell, known: KnownOwner): boolean =>
  phone !== null && isMasked(phone) && phone !== known.phoneMasked;

function phoneStep(cell: OwnerCell, known: KnownOwner, clear: Clear): string | null | undefined {
  if (cell.phone === known.phoneMasked) return undefined;
  if (cell.phone === null) return null;
  if (isMasked(cell.phone)) return undefined;
  return clear(known.id).phone === cell.phone ? undefined : cell.phone;
}

type Matches = { matches: ReadonlyMap<OwnerCell, KnownOwner>; left: readonly KnownOwner[] };
const NOBODY_KNOWN: Matches = { matches: new Map(), left: [] };

/** The known owner of each cell: first those who are the same in name and phone, then those with another phone. */
function matchesOf(cells: readonly OwnerCell[], known: readonly KnownOwner[], clear: Clear): Matches {
  if (known.length === 0) return NOBODY_KNOWN;
  const mixed = new Set(known.map(({ kind }) => kind)).size > 1;
  const named = (cell: OwnerCell, one: KnownOwner) => sameName(cell, one, clear, mixed);
  const left = new Set(known);
  const matches = new Map<OwnerCell, KnownOwner>();
  const take = (fits: (cell: OwnerCell, one: KnownOwner) => boolean) => {
    for (const cell of cells) {
      const match = matches.has(cell) ? undefined : [...left].find((one) => fits(cell, one));
      if (match === undefined) continue;
      left.delete(match);
      matches.set(cell, match);
    }
  };
  take((cell, one) => named(cell, one) && !isOtherMask(cell, one) && phoneStep(cell, one, clear) === undefined);
  // A mask that differs may be older than the number: it says nothing, but where two have the same masked name it can't say which.
  take(
    (cell, one) =>
      named(cell, one) && (!isOtherMask(cell, one) || known.filter((other) => named(cell, other)).length === 1),
  );
  return { matches, left: [...left] };
}

/**
 * What the cells say about the owners of a dwelling. A cell that equals the mask of the stored value means unchanged; a name that is not
 * known there is a new owner, and a known one that is no longer named has ended. A mask that fits nobody is refused: who is meant cannot be told.
 */
export function planOwners(
  cells: readonly OwnerCell[],
  known: readonly KnownOwner[],
  clear: Clear,
): Decision<OwnerStep[]> {
  const { matches, left } = matchesOf(cells, known, clear);
  const reasons: Reason[] = [];
  const steps = cells.flatMap((cell): OwnerStep[] => {
    const match = matches.get(cell);
    if (match) {
      const phone = phoneStep(cell, match, clear);
      const { id } = match;
      return [phone === undefined ? { do: 'keep', id } : { do: 'update', id, name: undefined, phone }];
    }
    if (isMasked(cell.name) || (cell.phone !== null && isMasked(cell.phone))) {
      reasons.push(reason('import.owner.maskUnknown', { found: isMasked(cell.name) ? cell.name : (cell.phone ?? '') }));
      return [];
    }
    return [{ do: 'add', owner: cell }];
  });
  if (reasons.length > 0) return { ok: false, reasons };
  return ok([...steps, ...left.map((one): OwnerStep => ({ do: 'end', id: one.id }))]);
}
