import { describe, expect, it } from 'vitest';
import { checkPassword } from '@/lib/domain/accounts/password';
import { userCreateSchema, usernameField, userUpdateSchema } from '@/lib/domain/accounts/schema';
import { reasonsOf } from '@/lib/domain/kernel/input';

const codes = (password: string, username = 'lufeng.zhao') => {
  const decision = checkPassword(password, username);
  return decision.ok ? [] : decision.reasons.map((reason) => reason.code);
};

describe('a new password', () => {
  it('of twelve characters, Chinese too, is taken', () => {
    expect(codes('correct horse battery')).toEqual([]);
    expect(codes('春眠不觉晓处处闻啼鸟夜来')).toEqual([]);
  });

  it('is refused with all its reasons', () => {
    expect(codes('short')).toEqual(['password.tooShort']);
    expect(codes('Lufeng.Zhao1')).toEqual(['password.containsUsername']);
    expect(codes('zhao', 'zhao')).toEqual(['password.tooShort', 'password.containsUsername']);
    expect(codes('PASSWORD1234')).toEqual(['password.common']);
    expect(codes('121212121212')).toEqual(['password.common', 'password.repetitive']);
    expect(codes('ab'.repeat(100))).toEqual(['password.tooLong', 'password.repetitive']);
  });
});

describe('account forms', () => {
  const form = {
    username: ' Lufeng.Zhao ',
    displayName: '赵文',
    role: 'county_bureau',
    unitId: '0190f5a2-7b1c-7c3a-9d2e-0123456789ab',
    password: 'correct horse battery',
  };

  it('keeps user names in lower case', () => {
    expect(userCreateSchema.parse(form)).toMatchObject({ username: 'lufeng.zhao' });
  });

  it.each(['ab', '1abc', '赵文赵文', 'a b c', `a${'b'.repeat(40)}`])('%j is no user name', (name) => {
    expect(usernameField.safeParse(name).success).toBe(false);
  });

  it('names every fault at its field', () => {
    const { displayName: _, ...rest } = form;
    const parsed = userCreateSchema.safeParse({ ...rest, username: '!', role: 'king', unitId: 'x', admin: true });
    const reasons = parsed.success ? [] : reasonsOf(parsed.error);
    expect(Object.fromEntries(reasons.map((reason) => [reason.field, reason.code]))).toEqual({
      username: 'accounts.username',
      displayName: 'input.required',
      role: 'input.choice',
      unitId: 'input.format',
      admin: 'input.unknownField',
    });
  });

  it('hidden characters are refused', () => {
    const parsed = userUpdateSchema.safeParse({ displayName: '赵\u202e文' });
    expect(parsed.success ? [] : reasonsOf(parsed.error)).toEqual([
      { code: 'input.controlCharacters', field: 'displayName' },
    ]);
  });
});
