import { describe, expect, it } from 'vitest';
import { type KnownOwner, type OwnerCell, planOwners, readOwners } from '@/lib/domain/imports/owners';

const person = (id: string, nameMasked: string, phoneMasked: string | null = null): KnownOwner => ({
  id,
  kind: 'person',
  nameMasked,
  phoneMasked,
});
const body = (id: string, name: string): KnownOwner => ({ id, kind: 'body', nameMasked: name, phoneMasked: null });
const nobody = () => ({ name: '', phone: null });

function cells(name: string, kind: string, phone: string | null = null, known: string[] = []): OwnerCell[] {
  const read = readOwners(name, kind, phone, known);
  if (!read.ok) throw new Error(read.reasons[0]?.code);
  return read.value;
}
const done = (read: ReturnType<typeof planOwners>) =>
  read.ok
    ? read.value.map((step) => `${step.do} ${'id' in step ? step.id : step.owner.name}`)
    : read.reasons.map(({ code }) => code);

describe('bodies', () => {
  it('one cell is one body, but for the known ones in it', () => {
    const names = (name: string, known: string[] = []) => cells(name, 'body', null, known).map((one) => one.name);
    expect(names('县农机厂、县供销社')).toEqual(['县农机厂、县供销社']);
    expect(names('县农机厂、县供销社', ['县农机厂', '县供销社'])).toEqual(['县农机厂', '县供销社']);
    expect(names('县农机厂、县供销社', ['县农机厂'])).toEqual(['县农机厂', '县供销社']);
    expect(names('粮油、副食品公司、县农机厂', ['县农机厂'])).toEqual(['粮油、副食品公司', '县农机厂']);
  });

  it('are known by their name, which nobody masks', () => {
    expect(done(planOwners(cells('县农机厂', 'body'), [body('a', '县农机厂')], nobody))).toEqual(['keep a']);
    expect(done(planOwners(cells('县供销社', 'body'), [body('a', '县农机厂')], nobody))).toEqual([
      'add 县供销社',
      'end a',
    ]);
  });

  it('beside a person: the column says one kind, each keeps its own', () => {
    const held = [person('a', '张*'), body('b', '县农机厂')];
    expect(done(planOwners(cells('张*、县农机厂', 'person'), held, nobody))).toEqual(['keep a', 'keep b']);
    expect(done(planOwners(cells('县农机厂', 'person'), held, nobody))).toEqual(['keep b', 'end a']);
  });
});

describe('two persons with the same masked name', () => {
  const held = [person('a', '张*', '138****0001'), person('b', '张*', '138****0002')];
  it('are told apart by the number', () => {
    expect(done(planOwners(cells('张*', 'person', '138****0002'), held, nobody))).toEqual(['keep b', 'end a']);
  });
  it('and where it fits neither, nobody is guessed', () => {
    expect(done(planOwners(cells('张*', 'person', '139****0003'), held, nobody))).toEqual(['import.owner.maskUnknown']);
  });
  it('a mask older than the number says nothing where only one is meant', () => {
    const [one] = held;
    expect(done(planOwners(cells('张*', 'person', '139****0003'), one ? [one] : [], nobody))).toEqual(['keep a']);
  });
});
