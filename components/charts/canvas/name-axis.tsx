import { axisTick } from '../colours';
import { fitted, widthOf } from './fit-text';

/** The names take no more than a third of a phone; a wider screen has room for a line of fourteen signs. */
const most = (): number => (window.innerWidth < 640 ? 132 : 200);

export function nameWidth(data: readonly { label: string }[]): number {
  return Math.min(most(), 14 + Math.max(0, ...data.map(({ label }) => widthOf(label))));
}

type TickProps = { x?: number | string; y?: number | string; payload?: { value?: string } };

/** One line a name: recharts would break long ones over their neighbours. The table behind has them in full. */
export function nameTick({ x, y, payload }: TickProps) {
  const name = String(payload?.value ?? '');
  return (
    <text x={x} y={y} dy="0.35em" textAnchor="end" {...axisTick} fontSize={13} fill="var(--color-ink-2)">
      <title>{name}</title>
      {fitted(name, most() - 14)}
    </text>
  );
}

type SlotProps = TickProps & { width?: number | string; visibleTicksCount?: number };

/** Below a bar: two lines where its slot is too narrow for one. */
export function slotTick({ x, y, payload, width, visibleTicksCount }: SlotProps) {
  const signs = [...String(payload?.value ?? '')];
  const slot = Number(width) / (visibleTicksCount || 1);
  // 1990 | 年代 rather than 199 | 0年代
  const digits = signs.findIndex((sign) => !/[0-9]/.test(sign));
  const space = signs.indexOf(' ');
  // year | unknown rather than year u | nknown
  const half = digits > 0 ? digits : space > 0 ? space : Math.ceil(signs.length / 2);
  const name = signs.join('');
  if (widthOf(name) <= slot) {
    return (
      <text x={x} y={y} dy="0.8em" textAnchor="middle" {...axisTick}>
        {name}
      </text>
    );
  }
  return (
    <text x={x} y={y} textAnchor="middle" {...axisTick}>
      <tspan x={x} dy="0.8em">
        {signs.slice(0, half).join('')}
      </tspan>
      <tspan x={x} dy="1.2em">
        {signs.slice(half).join('')}
      </tspan>
    </text>
  );
}
