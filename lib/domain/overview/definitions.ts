import { scoringClause } from '../rulebook/rulebook';
import type { Rulebook } from '../rulebook/schema';

/** Clauses that the figures of the overview rest on, by id in the rule book; what each figure is says its sentence (messages overviewNotes). */
export const DEFINED = {
  baseline: ['P三(三)1/调研', 'P三(三)1/范围'],
  completed: ['P三(一)/比例', '附件/完成时间'],
  started: ['P三(一)/比例'],
  needed: ['P三(一)/比例'],
  target: ['P三(一)/比例'],
  compounds: ['P三(一)/比例'],
  startedOfYear: ['附件/完成时间'],
  completedOfYear: ['附件/完成时间'],
  accepted: ['P三(三)9/验收'],
  late: ['附件/完成时间'],
  behind: ['P三(一)/比例'],
  lights: ['决定/预警', '决定/红灯'],
  stages: ['P三(三)8'],
  votes: ['P三(三)2/表决', 'P三(三)5'],
  money: ['P四(二)'],
  items: ['P三(二)', 'P三(二)/应改尽改'],
  promises: ['P三(二)1', '决定/五不对应'],
  haves: ['P一'],
  benefit: ['附件/完成时间'],
  score: ['决定/逐项计算', 'P四(四)3/等次', 'P四(四)3/否决'],
  curve: ['附件/完成时间'],
  changes: [],
} as const satisfies Record<string, readonly string[]>;
export type Defined = keyof typeof DEFINED;

/** Figures that go by the dates of their year: the clause of its calendar is cited too. */
const BY_CALENDAR = new Set<Defined>(['needed', 'target', 'startedOfYear', 'completedOfYear', 'late', 'curve']);

export interface Cited {
  clause: string;
  sentence: string;
}

/** What each figure rests on, in the words of the year's rule book. */
export function definitionsOf(book: Rulebook, year: number): Record<Defined, Cited[]> {
  const calendar = book.calendar.years.find((one) => one.year === year)?.clause;
  const cited = (id: string): Cited[] => {
    const found = scoringClause(book, id);
    return found ? [{ clause: found.clause, sentence: found.text }] : [];
  };
  const of = (figure: Defined) => [
    ...DEFINED[figure],
    ...(BY_CALENDAR.has(figure) && calendar !== undefined ? [calendar] : []),
  ];
  const entries = (Object.keys(DEFINED) as Defined[]).map((figure) => [figure, of(figure).flatMap(cited)] as const);
  return Object.fromEntries(entries) as Record<Defined, Cited[]>;
}
