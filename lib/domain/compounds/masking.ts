import { COMPOUND_SURNAMES } from './surnames';
import type { OwnerKind } from './types';

/**
 * A person's name for readers without the right to personal data: 张三 → 张*, 张小明 → 张**, 欧阳娜娜 → 欧阳**.
 * Several names in one cell are masked one by one. A name of one character shows nothing. Masking a mask changes nothing.
 */
export function maskName(name: string): string {
  return name.replace(/[^、，,;；/\n]+/g, (one) => maskOneName(one.trim()));
}

function maskOneName(name: string): string {
  const characters = [...name];
  if (characters.length <= 1) return characters.length === 0 ? '' : '*';
  const surname = characters.length > 2 && COMPOUND_SURNAMES.has(characters.slice(0, 2).join('')) ? 2 : 1;
  return characters.slice(0, surname).join('') + '*'.repeat(characters.length - surname);
}

/** 13800000000 → 138****0000; a landline keeps its last two digits only. */
export function maskPhone(phone: string): string {
  const characters = [...phone.trim()];
  if (/^1\d{10}$/.test(phone.trim())) return `${phone.trim().slice(0, 3)}****${phone.trim().slice(-4)}`;
  if (characters.length <= 4) return '*'.repeat(characters.length);
  return '*'.repeat(characters.length - 2) + characters.slice(-2).join('');
}

/** 532301199001011234 → 5323**********1234; anything shorter than 15 characters shows nothing. */
export function maskIdNumber(id: string): string {
  const characters = [...id.trim()];
  if (characters.length < 15) return '*'.repeat(characters.length);
  return characters.slice(0, 4).join('') + '*'.repeat(characters.length - 8) + characters.slice(-4).join('');
}

/** An owner as everyone in the territory may read it: persons masked, bodies (公房, 单位自管房) by name. */
export function maskOwner(owner: { kind: OwnerKind; name: string; phone: string | null; idNumber: string | null }): {
  name: string;
  phone: string | null;
  idNumber: string | null;
} {
  if (owner.kind === 'body') return { name: owner.name, phone: owner.phone, idNumber: owner.idNumber };
  return {
    name: maskName(owner.name),
    phone: owner.phone === null ? null : maskPhone(owner.phone),
    idNumber: owner.idNumber === null ? null : maskIdNumber(owner.idNumber),
  };
}
