import type pg from 'pg';

/** The office's clock stands at this instant ('2020-06-03T10:00+08:00') and goes on from there; who is signed in stays so. */
export async function clockAt(owner: pg.Client, at: string): Promise<void> {
  await owner.query(
    'UPDATE anju_clock SET shift_ms = (extract(epoch FROM $1::timestamptz - clock_timestamp()) * 1000)::bigint',
    [at],
  );
  await owner.query(
    `UPDATE session SET expires_at = anju_now() + interval '1 hour', last_seen_at = anju_now() WHERE revoked_at IS NULL`,
  );
}
