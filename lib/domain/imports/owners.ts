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

/** '张三、李四' with '138…、-' → two owners. A body's name may hold a comma-like mark: it is one owner. */
export function readOwners(name: Scalar, kind: Scalar, phone: Scalar): Decision<OwnerCell[]> {
  const ownerKind: OwnerKind = kind === 'body' ? 'body' : 'person';
  const names = ownerKind === 'body' ? (typeof name === 'string' ? [name] : []) : split(name);
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

const sameName = (cell: OwnerCell, known: KnownOwner, clear: Clear): boolean => {
  if (cell.kind !== known.kind) return false;
  if (isMasked(cell.name)) return cell.name === known.nameMasked;
  const masked = known.kind === 'person' ? maskName(cell.name) : cell.name;
  return masked === known.nameMasked && clear(known.id).name === cell.name;
};

function phoneStep(cell: OwnerCell, known: KnownOwner, clear: Clear): string | null | undefined {
  if (cell.phone === known.phoneMasked) return undefined;
  if (cell.phone === null) return null;
  if (isMasked(cell.phone)) return undefined;
  return clear(known.id).phone === cell.phone ? undefined : cell.phone;
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
  const left = [...known];
  const reasons: Reason[] = [];
  const steps = cells.flatMap((cell): OwnerStep[] => {
    const at = left.findIndex((one) => sameName(cell, one, clear));
    const [match] = at >= 0 ? left.splice(at, 1) : [];
    if (match) {
      const phone = phoneStep(cell, match, clear);
      return [
        phone === undefined ? { do: 'keep', id: match.id } : { do: 'update', id: match.id, name: undefined, phone },
      ];
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
