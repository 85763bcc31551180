import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EveryOperation } from '../every/operations';
import { type Ground, openMatrix, withoutTrace } from './ground';
import { type Names, namesIn, narrowedLists } from './narrowed';
import { type Examples, foreignCells, reachedCells, refusedBefore, toldApartCells } from './operations';
import { canEnd, ended, isOverFor, merged, staysOver } from './retired';
import { PLACES, type Where } from './sides';

/** These operations of the built application, asked as everybody, about what lies everywhere: entries.ts. */
export function everyCellOf(asked: readonly EveryOperation[]): void {
  let ground: Ground;
  const names = new Map<Where, Names>();
  beforeAll(async () => {
    ground = await openMatrix();
    for (const where of PLACES) names.set(where, await namesIn(ground, where));
  });
  afterAll(() => ground?.end());

  describe.each(asked)('$name', (op) => {
    test('is closed to whom the table does not name, and knows nothing of other places', async () => {
      const example = await ground.example(op, 'own');
      const others: Examples = new Map();
      for (const where of PLACES) others.set(where, await ground.example(op, where));
      const [over, part] = [await ended(ground, op, 'other county'), await merged(ground, op, 'other county')];
      if (over) others.set('other county, retired', over);
      if (part) others.set('other county, merged', part);
      await withoutTrace(ground, async () => [
        ...(await refusedBefore(ground, op, example)),
        ...(await toldApartCells(ground, op, example, foreignCells(ground, op, example, others))),
        ...(await narrowedLists(ground, op, example, names)),
      ]);
    });

    test('is open to whom the table names', async () => {
      expect(await reachedCells(ground, op)).toEqual([]);
    });
  });

  describe.each(asked.filter(canEnd))('$name', (op) => {
    test('of what is over: it may be looked at, and nothing is done to it', async () => {
      const over = [await ended(ground, op, 'own'), await merged(ground, op, 'own')].filter((one) => one !== null);
      const ask = async () => (await Promise.all(over.map((one) => isOverFor(ground, op, one)))).flat();
      if (staysOver(op)) await withoutTrace(ground, ask);
      else expect(await ask()).toEqual([]);
    });
  });
}
