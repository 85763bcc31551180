import { cost, ratio } from './arithmetic';
import type { Row, Verdict } from './types';

/** The connections at which rates and tails are judged. */
const BUSY = 16;
const TAIL = 4;
const GROWTH = 1.5;

const verdict = (goal: string, met: boolean): Verdict => ({ goal, met });

function* judged(row: Row, smallest: Row | undefined): Generator<Verdict> {
  const { product, goals } = row;
  const ofNext = ratio(product, row.next);
  if (goals.ofNext !== undefined && ofNext !== null) yield verdict(`≥ ${goals.ofNext} × Next`, ofNext >= goals.ofNext);
  const ofBare = ratio(product, row.bare);
  const least = goals.ofBare?.[row.scale];
  if (least !== undefined && ofBare !== null) yield verdict(`≥ ${least} × http`, ofBare >= least);
  if (goals.cpu !== undefined && product.cpuApp !== null)
    yield verdict(`≤ ${goals.cpu} ms CPU`, product.cpuApp <= goals.cpu);
  if (row.connections === BUSY) {
    if (goals.perSecond !== undefined) yield verdict(`≥ ${goals.perSecond}/s`, product.perSecond >= goals.perSecond);
    yield verdict(`p99 < ${TAIL} × p50`, product.p99 < TAIL * product.p50);
  }
  if (smallest && smallest.scale < row.scale) {
    const [here, there] = [cost(product), cost(smallest.product)];
    if (here !== null && there !== null)
      yield verdict(`cost ≤ ${GROWTH} × scale ${smallest.scale}`, here <= GROWTH * there);
  }
}

/** The row of the same case and load at the smallest scale of the run. */
function smallestOf(row: Row, rows: readonly Row[]): Row | undefined {
  const same = rows.filter((one) => one.name === row.name && one.connections === row.connections);
  return same.sort((a, b) => a.scale - b.scale)[0];
}

export const judge = (row: Row, rows: readonly Row[]): Verdict[] => [...judged(row, smallestOf(row, rows))];
