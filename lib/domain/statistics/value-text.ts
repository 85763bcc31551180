import { formatHundredths } from '../kernel/hundredths';
import type { Form } from './shape';

/** Fen as 万元, every digit of it: two places at least, six at most. Rounded one by one the parts would not make the whole. */
function wanText(fen: bigint): string {
  const absolute = fen < 0n ? -fen : fen;
  const digits = absolute.toString().padStart(7, '0');
  const places = digits.slice(-6).replace(/0{1,4}$/, '');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -6)}.${places}`;
}

/** As it is written in the table: plain digits, no separators, so that it can be typed or pasted elsewhere. */
export function valueText(value: bigint, form: Form): string {
  if (form === 'count') return value.toString();
  return form === 'wan' ? wanText(value) : formatHundredths(value);
}
