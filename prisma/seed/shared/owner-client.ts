import pg from 'pg';

/** A connection of the owner's role: seeds are the one thing beside migrations that it is used for. */
export async function connectOwner(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, options: '-c TimeZone=UTC', application_name: 'anju-seed' });
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** Loads nobody waits for: no statement timeout. Two starts at once: the second waits for the first, then finds its work done. */
export async function inTransaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  try {
    await client.query(`SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0;
      SELECT pg_advisory_xact_lock(hashtextextended('anju-seed', 0))`);
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

export interface Act {
  action: string;
  details: Record<string, unknown>;
  prefectureId: string;
  countyId?: string | null;
}

/** A bulk load is one act with one line of its own (the rows' triggers are silent under app.bulk_load). */
export async function writeAuditLine(
  client: pg.Client,
  { action, details, prefectureId, countyId }: Act,
): Promise<void> {
  await client.query(
    `INSERT INTO audit_line (county_id, prefecture_id, actor, action, entity, entity_id, after)
     VALUES ($1, $2, '系统（基础数据装载）', $3, 'installation', '1', $4)`,
    [countyId ?? null, prefectureId, action, JSON.stringify(details)],
  );
}
