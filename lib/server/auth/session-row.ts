import 'server-only';
import type { ActorRow } from './actor-row';

export interface SessionRow extends ActorRow {
  session_id: string;
  must_change_password: boolean;
  /** Longer ago than a minute, by the database's clock. */
  seen_long_ago: boolean;
}

/** What a session says now; no row: unknown, expired, revoked or disabled. */
export const lookUp = (digest: string) => ({
  name: 'auth-session',
  text: "SELECT *, last_seen_at < anju_now() - interval '1 minute' AS seen_long_ago FROM auth_session($1)",
  values: [digest],
});

const KEPT = 2_000;
const last = new Map<string, { row: SessionRow; text: string }>();
const textOf = (row: SessionRow): string => JSON.stringify(row);

/** What was proved is only ever a guess at what will be proved next: nothing is answered on it (whoForeseen in gate.ts). */
export function remember(digest: string, row: SessionRow | undefined): void {
  if (last.size >= KEPT) last.clear();
  if (row === undefined || row.seen_long_ago) last.delete(digest);
  else last.set(digest, { row, text: textOf(row) });
}

/** The row that the session had last, and whether the one that it has now is the same to the letter. */
export function remembered(digest: string) {
  const known = last.get(digest);
  return known && { row: known.row, isSame: ([now]: SessionRow[]) => now !== undefined && textOf(now) === known.text };
}
