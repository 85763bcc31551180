import { isCalendarDate } from '../kernel/calendar-date';
import { type Decision, ok, reason, refused } from '../kernel/result';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** Chinese ID numbers (GB 11643): 18 places with a birthday and a check character, or the old 15. Returned in half width, X in capitals. */
export function parseIdNumber(text: string): Decision<string> {
  const id = text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
  if (/^\d{15}$/.test(id)) {
    return isBirthday(`19${id.slice(6, 12)}`)
      ? ok(id)
      : refused(reason('identity.idBirthday', undefined, { field: 'idNumber' }));
  }
  if (!/^\d{17}[\dX]$/.test(id))
    return refused(reason('identity.idShape', { found: id.length }, { field: 'idNumber' }));
  if (!isBirthday(id.slice(6, 14))) return refused(reason('identity.idBirthday', undefined, { field: 'idNumber' }));
  if (checkCharacter(id) !== id[17]) return refused(reason('identity.idCheck', undefined, { field: 'idNumber' }));
  return ok(id);
}

function isBirthday(digits: string): boolean {
  return isCalendarDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`);
}

/** The 18th place that belongs to the first 17 digits. */
export function checkCharacter(id: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(id[index]), 0);
  return CHECKS[sum % 11] ?? '';
}

/** Mobile (13800000000), landline (0878-3123456, or 3123456 without its area code) and 400 numbers; returned in half width without blanks. */
export function parsePhone(text: string): Decision<string> {
  const bare = text
    .normalize('NFKC')
    .replace(/[\s()（）.·]/g, '')
    .replace(/[‐-―−]/g, '-')
    .replace(/^(\+|00)86-?/, '');
  const digits = bare.replace(/-/g, '');
  if (/^1[3-9]\d{9}$/.test(digits)) return ok(digits);
  const landline = /^(0(?:10|2\d|[3-9]\d{2}))-?([2-9]\d{6,7})$/.exec(bare);
  if (landline) return ok(`${landline[1]}-${landline[2]}`);
  if (/^[2-9]\d{6,7}$/.test(digits) || /^[48]00\d{7}$/.test(digits)) return ok(digits);
  return refused(reason('identity.phone', undefined, { field: 'phone' }));
}
