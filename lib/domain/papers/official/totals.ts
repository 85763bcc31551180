import type { PaperCode } from './register';
import type { OfficialPaperList } from './schema';

/** How many papers there are, of one kind or together; `more`: at least so many, the counting stopped. */
export function totalOf(
  kinds: OfficialPaperList['kinds'],
  kind: PaperCode | undefined,
): { total: number; more: boolean } {
  const shown = kinds.filter((one) => kind === undefined || one.kind === kind);
  return { total: shown.reduce((sum, { count }) => sum + count, 0), more: shown.some(({ more }) => more) };
}
