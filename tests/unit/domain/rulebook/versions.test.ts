import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { UNITS } from '@/lib/domain/plans/items';
import { withItem, withNeed } from '@/lib/domain/rulebook/changes';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { parseRulebook, workflowOf } from '@/lib/domain/rulebook/rulebook';
import { gate } from '@/lib/domain/stages/gate';
import { NEEDS } from '@/lib/domain/stages/needs';
import { canonicalJson, RULEBOOKS } from '@/prisma/seed/rulebooks';
import { whole } from '../stages/facts';

/** What offices have loaded. A later version is a line more; a line that is here never changes, or every office's next upgrade is refused. */
const LOADED: Record<string, string> = {
  '2020.1': 'ae189b3261c5c68f4c82d677200bdbc89069e648666b958130b7f1c2f659763f',
  '2020.2': 'c3f2c31c84813de4e6465c4cdb1ad4bfddadaf6fc784ec81a735dc9a8fa78321',
  '2020.3': '28e7e61f8e664de48221389d97391b55de2505bf1b394ae7f970359291076ac9',
  '2020.4': '3a8ce034d48670cee90f1482b9bea8b3e9a57071dda2fd34889ba2a4022b59a1',
  '2020.5': '458e0f2afd85bf2045a4db56df3559c7bf1448d29e6a611e7853a04076929d24',
};

describe('versions of the rule book', () => {
  it('a version that was loaded is what it was, letter by letter', () => {
    const hashes = RULEBOOKS.map((book) => [
      book.version,
      createHash('sha256').update(canonicalJson(book)).digest('hex'),
    ]);
    expect(Object.fromEntries(hashes)).toEqual(LOADED);
  });

  it('the newest is the last of the list, and what tests and demonstration mean by the rule book', () => {
    expect(RULEBOOKS.at(-1)).toBe(chuxiong2020);
    for (const own of ['id', 'version'] as const)
      expect(new Set(RULEBOOKS.map((book) => book[own])).size).toBe(RULEBOOKS.length);
  });

  it.each(RULEBOOKS.map((book) => [book.version, book] as const))('%s: a rule decides every need', (_, book) => {
    const bySteps = workflowOf(book).stages.flatMap(({ steps }) => steps.flatMap(({ meets }) => meets));
    const needs = book.stages.flatMap((stage) => stage.needs.map(({ code }) => code));
    expect(needs.filter((code) => !NEEDS[code] && !bySteps.includes(code))).toEqual([]);
  });

  it.each(RULEBOOKS.map((book) => [book.version, book] as const))('%s: every item has its unit', (_, { menu }) =>
    expect(menu.filter(({ key }) => !UNITS[key]).map(({ key, name }) => `${key} ${name}`)).toEqual([]),
  );
});

describe('one condition more', () => {
  const board = { code: 'trialBoard', name: '公示牌照片', nameEn: 'Photo of the board', clause: 'P三(三)8' };
  const paper = { ...board, stage: 8, need: 'trialBoard', numbered: false, required: 'always' as const };
  const later = withNeed(chuxiong2020, board, { stage: 8, before: 'countyConfirmed', steps: ['submit'], paper });

  it('is asked for before its steps, met by its paper, and nothing of the version before it is changed', () => {
    expect(parseRulebook(later)).toMatchObject({ ok: true });
    const [needs, former] = [later, chuxiong2020].map((book) => book.stages[7]?.needs.map(({ code }) => code));
    expect(needs).toEqual(former?.toSpliced(former.indexOf('countyConfirmed'), 0, 'trialBoard'));
    const asked = workflowOf(later).stages[7]?.steps.map((step) => [step.code, step.needs.includes('trialBoard')]);
    expect(asked).toEqual([
      ['submit', true],
      ['confirm', false],
    ]);
    expect(workflowOf(later).papers.at(-1)).toEqual(paper);
    expect(gate(8, whole(8), chuxiong2020).map(({ need }) => need)).toEqual(former);
  });

  it('of which no step asks is refused', () =>
    expect(parseRulebook(withNeed(chuxiong2020, board, { stage: 8 }))).toMatchObject({
      ok: false,
      reasons: [{ code: 'rulebook.unknownReference', params: { found: 'trialBoard' } }],
    }));
});

describe('one item more', () => {
  it('is the last of its group, with the next code', () => {
    const last = chuxiong2020.menu.filter(({ code }) => code.startsWith('C-R')).at(-1);
    const words = { name: '试用项目', nameEn: 'On trial', clause: 'P一' };
    const item = { ...words, key: 'trial', scope: 'compound', necessity: 'required', class: '基础类' } as const;
    const look = { kind: 'quality', name: '试运行正常', nameEn: 'Runs on trial' };
    const later = withItem(chuxiong2020, item, [look]);
    expect(parseRulebook(later)).toMatchObject({ ok: true });
    expect(later.site?.checklists.points.at(-1)).toEqual({ ...look, item: 'C-R11', code: 'C-R11-01' });
    const at = later.menu.findIndex(({ key }) => key === 'trial');
    expect(later.menu.toSpliced(at, 1)).toEqual(chuxiong2020.menu);
    expect(later.menu[at - 1]).toBe(last);
    expect(later.menu[at]).toMatchObject({ code: `C-R${(last?.order ?? 0) + 1}`, order: (last?.order ?? 0) + 1 });
    expect(later.menu[at + 1]?.code).toBe('C-I01');
  });
});
