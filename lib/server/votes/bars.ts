import 'server-only';
import bwip from 'bwip-js/node';

/** Code 128 of a text: widths of bars and gaps by turns, beginning with a bar, in modules. */
export function code128(text: string): number[] {
  const [drawn] = bwip.raw({ bcid: 'code128', text });
  if (!drawn || !('sbs' in drawn)) throw new Error('no bars');
  return [...drawn.sbs];
}
