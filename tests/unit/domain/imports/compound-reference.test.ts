import { describe, expect, it } from 'vitest';
import { byName, type Named, referenceTo, refersTo } from '@/lib/domain/imports/compound-reference';

const named = (id: string, name: string, aliases: string[] = []): Named => ({
  id,
  name,
  code: `532302-${id}`,
  aliases,
});

describe('how lower sheets name a compound', () => {
  const all = [
    named('0001', '建行小区'),
    named('0002', '建行小区'),
    named('0003', '农机厂', ['机械厂']),
    named('0004', '机械厂'),
  ];
  const known = byName(all);

  it('by its name; with the code where another goes by it too, as an alias or in other letters', () => {
    expect(all.map((one) => referenceTo(one, known))).toEqual([
      '建行小区（532302-0001）',
      '建行小区（532302-0002）',
      '农机厂',
      '机械厂（532302-0004）',
    ]);
    const letters = [named('1', 'Ａ区'), named('2', 'a 区')];
    expect(referenceTo(named('1', 'Ａ区'), byName(letters))).toBe('Ａ区（532302-1）');
  });

  it('what is written is understood again, and means no other', () => {
    for (const one of all) {
      expect(refersTo(referenceTo(one, known), one)).toBe(true);
      expect(refersTo(one.code, one)).toBe(true);
      const others = all.filter((other) => other.id !== one.id && other.name !== one.name);
      expect(others.some((other) => refersTo(`${one.name}(${one.code})`, other))).toBe(false);
    }
    expect(refersTo('农机厂（532302-0001）', named('0001', '建行小区'))).toBe(false);
  });

  it('a new name of the same file counts; a name with brackets of its own is a name', () => {
    expect(refersTo('新名', named('0001', '建行小区'), ['新名'])).toBe(true);
    expect(refersTo('五建小区（原五建家属院）', named('0005', '五建小区（原五建家属院）'))).toBe(true);
  });
});
