import { percentForEye, type Ratio } from '@/lib/domain/kernel/ratio';
import { NONE } from './number';

/** '66.67%'; never 100% while something is missing, never a threshold that is not reached; '—' of nothing. */
export function formatPercent(
  part: bigint | number,
  whole: bigint | number,
  options: { digits?: number; threshold?: Ratio } = {},
): string {
  const text = percentForEye(BigInt(part), BigInt(whole), options);
  return text === undefined ? NONE : `${text}%`;
}
