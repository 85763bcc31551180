/**
 * The number of a printed 意见征求表: the round's code, a serial, a check character. 532302-0012-1-1-00037-K.
 * What is mistyped or misread must not become another household's number: any single wrong character and any swap of neighbours is noticed.
 */
const PRIME = 31;
/** As many signs as the modulus; none that is taken for another (I, L, O, U, Z). */
const CHECKS = '0123456789ABCDEFGHJKMNPQRSTVWXY';
const SERIAL_DIGITS = 5;
export const MOST_FORMS = 10 ** SERIAL_DIGITS - 1;

// Figures stand only where figures belong and letters where letters belong: within each kind no two signs have the same value by the modulus.
const worthOf = (sign: string): number => Number.parseInt(sign, 36) % PRIME;

/** Powers of 3: none is 0 by the modulus, and no two beside each other are the same. */
function checkOf(body: string): string {
  const signs = body.replaceAll('-', '');
  let sum = 0;
  let weight = 3;
  for (let at = signs.length - 1; at >= 0; at--) {
    sum = (sum + weight * worthOf(signs.charAt(at))) % PRIME;
    weight = (weight * 3) % PRIME;
  }
  return CHECKS.charAt(sum);
}

export function formNumber(roundCode: string, serial: number): string {
  if (!Number.isInteger(serial) || serial < 1 || serial > MOST_FORMS) throw new Error(`no serial of a form: ${serial}`);
  const body = `${roundCode}-${String(serial).padStart(SERIAL_DIGITS, '0')}`;
  return `${body}-${checkOf(body)}`;
}

export interface FormNumber {
  /** As it is stored and printed. */
  number: string;
  roundCode: string;
  serial: number;
}

const WRITTEN = /^(\d{6}(?:-[A-Z]+)?-\d{4,5}-[12]-\d{1,3})-(\d{5})-([0-9A-Z])$/;
/** Without its dashes it can be told apart only where each part has its usual length. */
const RUN_TOGETHER = /^(\d{6})([A-Z]*)(\d{4})([12])(\d)(\d{5})([0-9A-Z])$/;

/** What people type and scanners send: small and full-width letters, any dash or none, spaces, O for 0 and I or L for 1. Null when it is no number or a wrong one. */
export function readFormNumber(typed: string): FormNumber | null {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .trim()
    .replace(/[\s\-‐‑‒–—―−_.·/]/g, '-');
  const [, roundCode = '', serial = '', check = ''] = WRITTEN.exec(figures(dashed(text))) ?? [];
  if (check === '' || checkOf(`${roundCode}-${serial}`) !== check) return null;
  return Number(serial) === 0 ? null : { number: `${roundCode}-${serial}-${check}`, roundCode, serial: Number(serial) };
}

function dashed(text: string): string {
  const run = RUN_TOGETHER.exec(text.includes('-') ? '' : alike(text));
  return run ? run.slice(1).filter(Boolean).join('-') : text;
}

const alike = (part: string): string => part.replaceAll('O', '0').replace(/[IL]/g, '1');
/** A part with a figure in it is one of figures; so are the last ones, and the check is none of the letters that are mistaken. */
function figures(text: string): string {
  const parts = text.split('-');
  return parts.map((part, at) => (/\d/.test(part) || at >= parts.length - 4 ? alike(part) : part)).join('-');
}
