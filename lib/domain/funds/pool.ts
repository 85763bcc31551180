import { formatMoney, type Money, sumMoney } from '../kernel/money';
import { type Reason, reason } from '../kernel/result';

/** 县级分配: what is given together is in the pool, and each project is named once. Fen. */
export function poolReasons(lines: readonly { projectId: string; amount: Money }[], pool: Money): Reason[] {
  const sum = sumMoney(lines.map(({ amount }) => amount));
  const seen = new Set<string>();
  const twice = lines.flatMap(({ projectId }, at) => {
    const known = seen.has(projectId);
    seen.add(projectId);
    return known ? [reason('pool.projectTwice', { row: at + 1 }, { field: `lines.${at}.projectId` })] : [];
  });
  return [
    ...twice,
    ...(sum > pool ? [reason('pool.beyond', { found: formatMoney(sum), there: formatMoney(pool) })] : []),
  ];
}
