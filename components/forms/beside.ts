import { collisionsBetween } from '@/components/ui/collisions';
import type { Collision } from '@/components/ui/conflict-dialog';

export type Sent = Readonly<Record<string, unknown>>;

/** How a form's values are shown beside those of somebody who saved meanwhile. */
export interface Beside {
  /** what the record held when the form was opened, under the names that are sent */
  was: Sent;
  /** the same of what the server holds now */
  valuesOf?: (record: Sent) => Sent;
  label: (key: string) => string;
  say: (key: string, value: unknown) => string;
}

/** Where what was sent is not what stands there now; compared as people read it, so that 5 and 5.00 are one sum. */
export function clashes(sent: Sent, record: Sent, { was, valuesOf = (one) => one, label, say }: Beside): Collision[] {
  const keys = Object.keys(sent);
  const said = (values: Sent) => Object.fromEntries(keys.map((key) => [key, say(key, values[key] ?? null)]));
  const fields = keys.map((key) => ({ key, label: label(key) }));
  return collisionsBetween(fields, said(was), said(sent), said(valuesOf(record)));
}

/** The whole form again, with the other's values where they were chosen; a record that is written whole loses nothing. */
export function settled(
  sent: Sent,
  record: Sent,
  takeTheirs: ReadonlySet<string>,
  { valuesOf = (one) => one }: Beside,
): Sent {
  const theirs = valuesOf(record);
  return Object.fromEntries(
    Object.entries(sent).map(([key, mine]) => [key, takeTheirs.has(key) ? (theirs[key] ?? null) : mine]),
  );
}
