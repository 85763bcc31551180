import pg from 'pg';

/** What an intruder with every right does to one table, and what it looks like meanwhile; afterwards it is as it was. */
export async function tampered(adminUrl: string, table: string, sql: string, look: () => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    // no trigger of this session wakes, foreign keys included
    await admin.query('SET session_replication_role = replica');
    await admin.query(`CREATE TEMPORARY TABLE kept AS SELECT * FROM ${table}`);
    await admin.query(sql);
    try {
      await look();
    } finally {
      await admin.query(`DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM pg_temp.kept`);
    }
  } finally {
    await admin.end();
  }
}
