import { type Decision, decide, type Reason, reason } from '../kernel/result';

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 128;

// Long enough to pass the length rule and common all the same.
const COMMON = [
  'password1234',
  'passw0rd1234',
  'password123!',
  'administrator',
  'admin1234567',
  'admin12345678',
  '123456789012',
  '1234567890123',
  '12345678901234',
  '123456123456',
  '123123123123',
  '112233445566',
  '121212121212',
  '1234qwerasdf',
  '1q2w3e4r5t6y',
  'qwertyuiop12',
  'qwertyuiop123',
  'qwertyuiopasdf',
  'qwerty123456',
  'qwer12345678',
  'asdfghjkl123',
  'abcdefghijkl',
  'abcd12345678',
  'abc123456789',
  'a1234567890b',
  'aa1234567890',
  'woaini1314520',
  'woaini520131',
  'iloveyou1234',
  'welcome12345',
  'letmein12345',
  'changeme1234',
  'chuxiong1234',
  'chuxiong2020',
  'anju12345678',
  'zhujianju123',
];

/** The rule for a new password: 12 to 128 characters, not built on the user name, not one of the common ones, not one or two characters repeated. */
export function checkPassword(password: string, username: string): Decision<true> {
  const reasons: Reason[] = [];
  const field = 'password';
  const length = [...password].length;
  const lower = password.normalize('NFKC').toLowerCase();
  const name = username.trim().toLowerCase();
  if (length < PASSWORD_MIN)
    reasons.push(reason('password.tooShort', { found: length, expected: PASSWORD_MIN }, { field }));
  if (length > PASSWORD_MAX)
    reasons.push(reason('password.tooLong', { found: length, expected: PASSWORD_MAX }, { field }));
  if (name.length >= 3 && lower.includes(name)) reasons.push(reason('password.containsUsername', undefined, { field }));
  if (COMMON.includes(lower)) reasons.push(reason('password.common', undefined, { field }));
  if (length >= PASSWORD_MIN && new Set(lower).size < 4)
    reasons.push(reason('password.repetitive', undefined, { field }));
  return decide(true, reasons);
}
