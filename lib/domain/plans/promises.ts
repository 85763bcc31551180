import type { Rulebook } from '../rulebook/schema';
import { cellsByPlace, type PlanAnswer, type PlanCell, placeKey } from './types';

/** kept: all its items are done or meet the standard already; partly: some; open: none. */
export type PromiseState = 'kept' | 'partly' | 'open';

export interface PromiseView {
  code: string;
  state: PromiseState;
  /** items that stand in its way, with what is said about them */
  lacks: { item: string; answer: PlanAnswer }[];
  /** what the rule book names as helping, and is done here */
  helpedBy: string[];
}

const keeps = (answer: PlanAnswer): boolean => answer === 'todo' || answer === 'met';

/** 五不 of one building, from its own answers and those of the compound. */
export function promisesOf(
  promises: Rulebook['promises'],
  buildingId: string,
  cells: readonly PlanCell[],
): PromiseView[] {
  const there = cellsByPlace(cells);
  const answerOf = (item: string): PlanAnswer =>
    there.get(placeKey(item.startsWith('C-') ? null : buildingId, item))?.answer ?? 'none';
  return promises.map(({ code, items, helpedBy }) => {
    const lacks = items.map((item) => ({ item, answer: answerOf(item) })).filter(({ answer }) => !keeps(answer));
    const state = lacks.length === 0 ? 'kept' : lacks.length === items.length ? 'open' : 'partly';
    return { code, state, lacks, helpedBy: helpedBy.filter((item) => keeps(answerOf(item))) };
  });
}
