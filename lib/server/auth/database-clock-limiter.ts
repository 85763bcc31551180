import 'server-only';
import { RateLimiterPostgres } from 'rate-limiter-flexible';

const NOW = '(extract(epoch FROM anju_now()) * 1000)::bigint';

interface Counted {
  rows: { points: number; expire: string | null }[];
  rowCount: number;
}

/** What the library keeps to itself. */
interface Inside {
  tableName: string;
  _query: (query: { name: string; text: string; values: unknown[] }) => Promise<Counted>;
}

/**
 * The library counts by the clock of the app server: one that was a year ahead for an hour would lock people out for a
 * year. Here the database's clock counts, and what comes back is told in the app's own, which the library subtracts.
 */
export class DatabaseClockLimiter extends RateLimiterPostgres {
  private get inside(): Inside {
    return this as unknown as Inside;
  }

  _upsert(key: string, points: number, ms: number, force = false): Promise<Counted> {
    const { tableName: t } = this.inside;
    const fresh = `(t.expire <= ${NOW} OR $5::boolean)`;
    return this.inside._query({
      name: 'count',
      text: `INSERT INTO ${t} AS t (key, points, expire) VALUES ($1, $2, CASE WHEN $3::bigint > 0 THEN ${NOW} + $3::bigint END)
        ON CONFLICT (key) DO UPDATE SET
          points = CASE WHEN ${fresh} THEN EXCLUDED.points ELSE t.points + EXCLUDED.points END,
          expire = CASE WHEN ${fresh} THEN EXCLUDED.expire ELSE t.expire END
        RETURNING points, expire - ${NOW} + $4::bigint AS expire`,
      values: [key, points, ms, Date.now(), force],
    });
  }

  async _get(key: string): Promise<Counted | null> {
    const { tableName: t } = this.inside;
    const found = await this.inside._query({
      name: 'counted',
      text: `SELECT points, expire - ${NOW} + $2::bigint AS expire FROM ${t} WHERE key = $1 AND (expire > ${NOW} OR expire IS NULL)`,
      values: [key, Date.now()],
    });
    return found.rowCount === 0 ? null : found;
  }

  /** Called by the library's own timer, with the app's idea of an hour ago. */
  clearExpired(): Promise<Counted> {
    const { tableName: t } = this.inside;
    return this.inside._query({
      name: 'clear',
      text: `DELETE FROM ${t} WHERE expire < ${NOW} - 3600000`,
      values: [],
    });
  }
}
