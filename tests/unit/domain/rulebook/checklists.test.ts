import { describe, expect, it } from 'vitest';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { parseRulebook, siteRulesOf } from '@/lib/domain/rulebook/rulebook';
import { RULEBOOKS } from '@/prisma/seed/rulebooks';

const { points } = siteRulesOf(chuxiong2020).checklists;

describe('what inspectors look at', () => {
  it.each(chuxiong2020.menu.map(({ code, name }) => [code, name]))(
    '%s %s has two to five points of its own',
    (item) => {
      const own = points.filter((point) => point.item === item);
      expect(own.length).toBeGreaterThanOrEqual(2);
      expect(own.length).toBeLessThanOrEqual(5);
      expect(own.some(({ kind }) => kind === 'quality')).toBe(true);
    },
  );

  it('no two points say the same of one item, and every site has points of both kinds', () => {
    const said = points.map(({ item, name }) => `${item}/${name}`);
    expect(new Set(said).size).toBe(points.length);
    const general = points.filter(({ item }) => item === null).map(({ kind }) => kind);
    expect(new Set(general)).toEqual(new Set(['quality', 'safety']));
    for (const word of ['脚手架', '临时用电', '动火', '围挡', '高处作业', '消防通道', '居民出入'])
      expect(
        points.some(({ item, name }) => item === null && name.includes(word)),
        word,
      ).toBe(true);
  });

  it.each(RULEBOOKS.map((book) => [book.version, book] as const))('%s: goes by them too', (_, book) =>
    expect(siteRulesOf(book).checklists.points.length).toBe(points.length),
  );
});

describe('a rule book is refused whose points', () => {
  const [first] = points;
  const withOnly = (all: object[]) =>
    parseRulebook({
      ...chuxiong2020,
      site: { ...chuxiong2020.site, checklists: { ...chuxiong2020.site?.checklists, points: all } },
    });
  const withPoints = (...changed: object[]) => withOnly([...points, ...changed]);
  const point = { ...first, code: 'B-R01-09' };

  it.each([
    ['speak of no item of the menu', { ...point, code: 'B-R99-01', item: 'B-R99' }, 'rulebook.unknownReference'],
    ['are of no kind of inspection', { ...point, kind: 'beauty' }, 'rulebook.unknownReference'],
    ['are called after another item', { ...point, code: 'B-R02-09' }, 'rulebook.unknownReference'],
    ['stand twice', { ...first, name: '另一条' }, 'rulebook.repeated'],
  ])('%s', (_, wrong, code) => expect(withPoints(wrong)).toMatchObject({ ok: false, reasons: [{ code }] }));

  it('leave out an item of the menu: each of them is named', () => {
    const left = points.filter(({ item }) => item !== 'B-R01' && item !== 'C-I09');
    expect(withOnly(left)).toEqual({
      ok: false,
      reasons: ['B-R01', 'C-I09'].map((code) => ({
        code: 'rulebook.noCheckPoints',
        params: { code, name: chuxiong2020.menu.find((item) => item.code === code)?.name },
      })),
    });
  });

  it('but a version without rules for the site is not asked for any', () => {
    const { site: _, ...before } = chuxiong2020;
    expect(parseRulebook(before)).toMatchObject({ ok: true });
  });

  it('while the same with right ones is taken', () => expect(withPoints(point)).toMatchObject({ ok: true }));
});
