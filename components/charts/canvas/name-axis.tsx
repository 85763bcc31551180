import { axisTick } from '../colours';

const letter = 13;
const most = 132;

/** Wide letters count whole, narrow ones a good half. */
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e7f ? letter : letter * 0.58), 0);
}

export function nameWidth(data: readonly { label: string }[]): number {
  return Math.min(most, 14 + Math.max(0, ...data.map(({ label }) => widthOf(label))));
}

function shorten(text: string): string {
  if (widthOf(text) <= most - 14) return text;
  let kept = '';
  for (const sign of text) {
    if (widthOf(kept + sign) > most - 14 - letter) break;
    kept += sign;
  }
  return `${kept}…`;
}

type TickProps = { x?: number | string; y?: number | string; payload?: { value?: string } };

/** One line a name: recharts would break long ones over their neighbours. The table behind has them in full. */
export function nameTick({ x, y, payload }: TickProps) {
  const name = String(payload?.value ?? '');
  return (
    <text x={x} y={y} dy="0.35em" textAnchor="end" {...axisTick} fontSize={13} fill="var(--color-ink-2)">
      <title>{name}</title>
      {shorten(name)}
    </text>
  );
}
