import 'server-only';
import { z } from 'zod';

/** Where a page begins: after (or before) this row of the order. */
const shape = z.tuple([z.enum(['after', 'before']), z.union([z.string().max(200), z.number()]), z.uuid()]);
export type Place = z.output<typeof shape>;

export const cursorOf = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/** null: not one of ours (changed by hand, or cut off in a mail). */
export function placeOf(cursor: string): Place | null {
  try {
    const parsed = shape.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return parsed.success && !String(parsed.data[1]).includes('\u0000') ? parsed.data : null;
  } catch {
    return null;
  }
}
