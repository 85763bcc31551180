import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCharacter, parseIdNumber, parsePhone } from '@/lib/domain/compounds/identity';
import { maskIdNumber, maskName, maskOwner, maskPhone } from '@/lib/domain/compounds/masking';

describe('what others see of an owner', () => {
  it.each([
    ['张三', '张*'],
    ['张小明', '张**'],
    ['欧阳娜娜', '欧阳**'],
    ['欧阳', '欧*'],
    ['张', '*'],
    ['张三、李四', '张*、李*'],
    ['John Smith', 'J*********'],
    ['', ''],
  ])('%s → %s', (name, masked) => expect(maskName(name)).toBe(masked));

  it('phones and ID numbers', () => {
    expect(maskPhone('13800000000')).toBe('138****0000');
    expect(maskPhone('0878-3123456')).toBe('**********56');
    expect(maskPhone('12')).toBe('**');
    expect(maskIdNumber('532301199001011234')).toBe('5323**********1234');
    expect(maskIdNumber('12345')).toBe('*****');
  });

  it('bodies are shown, persons are not', () => {
    const body = { kind: 'body' as const, name: '禄丰市住房和城乡建设局', phone: '0878-4123456', idNumber: null };
    expect(maskOwner(body)).toEqual({ name: body.name, phone: body.phone, idNumber: null });
    expect(maskOwner({ kind: 'person', name: '赵一', phone: null, idNumber: null }).name).toBe('赵*');
  });

  it('a mask never holds the whole, and masking twice changes no name', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (name) => {
        const masked = maskName(name);
        expect(maskName(masked)).toBe(masked);
        if (name.trim().length > 1 && !/[、，,;；/\n*]/.test(name)) expect(masked).toContain('*');
      }),
    );
  });
});

describe('ID numbers', () => {
  it('with a right check character, in full width and small x too', () => {
    expect(parseIdNumber('11010519491231002X')).toEqual({ ok: true, value: '11010519491231002X' });
    expect(parseIdNumber(' １１０１０５１９４９１２３１００２ｘ')).toEqual({ ok: true, value: '11010519491231002X' });
    expect(parseIdNumber('110105491231002')).toEqual({ ok: true, value: '110105491231002' });
  });

  it.each([
    ['110105194912310021', 'identity.idCheck'],
    ['11010519491331002X', 'identity.idBirthday'],
    ['1101051949', 'identity.idShape'],
    ['', 'identity.idShape'],
  ])('%s is refused: %s', (text, code) => {
    expect(parseIdNumber(text)).toMatchObject({ ok: false, reasons: [{ code }] });
  });

  it('one wrong digit is always noticed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999 }),
        fc.integer({ min: 14, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        (serial, at, by) => {
          const body = `53230119900101${String(serial).padStart(3, '0')}`;
          const id = body + checkCharacter(body);
          expect(parseIdNumber(id).ok).toBe(true);
          const wrong = id.slice(0, at) + ((Number(id[at]) + by) % 10) + id.slice(at + 1);
          expect(parseIdNumber(wrong).ok).toBe(false);
        },
      ),
    );
  });
});

describe('phone numbers', () => {
  it.each([
    ['138 0000 0000', '13800000000'],
    ['+86-13800000000', '13800000000'],
    ['１３８００００００００', '13800000000'],
    ['(0878)3123456', '0878-3123456'],
    ['0878－3123456', '0878-3123456'],
    ['010-65123456', '010-65123456'],
    ['3123456', '3123456'],
    ['400-820-8820', '4008208820'],
  ])('%s → %s', (text, phone) => expect(parsePhone(text)).toEqual({ ok: true, value: phone }));

  it.each(['12800000000', '1380000000', '无', '', '0878'])('%j is none', (text) =>
    expect(parsePhone(text).ok).toBe(false),
  );
});
