import 'server-only';
import type { Proof } from '@/lib/server/db/with-reader';
import type { ActorRow } from './actor-row';

export interface SessionRow extends ActorRow {
  session_id: string;
  must_change_password: boolean;
  /** Longer ago than a minute, by the database's clock. */
  seen_long_ago: boolean;
  /** The whole row in one text, as the database writes it. */
  said: string;
}

/** What a session says now; no row: unknown, expired, revoked or disabled. */
export const lookUp = (digest: string) => ({
  name: 'auth-session',
  text: 'SELECT s.*, s::text AS said FROM auth_session($1) s',
  values: [digest],
});

const KEPT = 2_000;
const last = new Map<string, SessionRow>();

/** What was proved is only ever a guess at what will be proved next: nothing is answered on it (whoForeseen in gate.ts). */
export function remember(digest: string, row: SessionRow | undefined): void {
  if (last.size >= KEPT) last.clear();
  if (row === undefined || row.seen_long_ago) last.delete(digest);
  else last.set(digest, row);
}

const SAYS_NOW = 'SELECT s::text FROM auth_session($3) s';

/** The row that the session had last, and the question whether the one that it has now is the same to the letter. */
export function remembered(digest: string): { row: SessionRow; proof: Proof } | undefined {
  const row = last.get(digest);
  return row && { row, proof: { question: SAYS_NOW, about: digest, holds: (said) => said === row.said } };
}
