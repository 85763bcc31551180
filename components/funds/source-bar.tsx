import { fenOf } from './words';

type Props = { label: string; planned: string; allocated: string; received: string; paid: string };

const WIDTH = 120;
const FILLS = [
  ['planned', 'fill-line'],
  ['allocated', 'fill-accent-line'],
  ['received', 'fill-accent/60'],
  ['paid', 'fill-accent'],
] as const;

/** Four bars, one in another: what is paid lies within what is received, that within what is allocated. */
export function SourceBar({ label, ...sums }: Props) {
  const values = FILLS.map(([key]) => fenOf(sums[key]));
  const [largest = 0n] = values.toSorted((one, other) => (one > other ? -1 : 1));
  const most = largest > 0n ? largest : 1n;
  const widthOf = (fen: bigint) => Number((fen * BigInt(WIDTH * 10)) / most) / 10;
  return (
    <svg viewBox={`0 0 ${WIDTH} 12`} className="h-3 w-30 max-w-full" role="img" aria-label={label}>
      {FILLS.map(([key, fill], at) => (
        <rect key={key} y={at * 1.5} height={12 - at * 3} width={widthOf(values[at] ?? 0n)} rx={1.5} className={fill} />
      ))}
    </svg>
  );
}
