import 'server-only';
import { asLongWork, isVisited, type LongWork, outsideOfAll } from './patience';
import { readPool } from './pool';

const TICK_MS = 500;
/** How long nothing may pass before the database is asked about it, and how long it may fail to answer that. */
const LIMITS = { visited: { quiet: 1_500, silent: 4_200 }, alone: { quiet: 10_000, silent: 60_000 } } as const;

const PROBE = "SELECT state = 'active' AS working FROM pg_stat_activity WHERE pid = $1";
type Found = 'working' | 'resting' | 'gone' | 'silent';

async function look(backend: number): Promise<Found> {
  try {
    const query = { text: PROBE, values: [backend], query_timeout: 1_000 };
    const { rows } = await readPool().query<{ working: boolean | null }>(query);
    if (!rows[0]) return 'gone';
    return rows[0].working ? 'working' : 'resting';
  } catch {
    return 'silent';
  }
}

/**
 * A statement may rightly take minutes, so silence alone proves nothing: another connection asks whether the backend
 * still works. One that is gone, that rests while we wait for its answer, or a database that answers nobody: given up.
 */
function watch(work: LongWork): () => void {
  const limits = work.visited ? LIMITS.visited : LIMITS.alone;
  let traffic = -1;
  let since = performance.now();
  let looking = false;
  const tick = async () => {
    const { client } = work;
    if (!client?.backend || looking) return;
    if (client.traffic !== traffic) {
      traffic = client.traffic;
      since = performance.now();
      return;
    }
    if (performance.now() - since < limits.quiet) return;
    looking = true;
    const found = await look(client.backend);
    looking = false;
    if (work.client !== client || client.traffic !== traffic) return;
    const answerLost = found === 'resting' && work.pending > 0;
    const silent = found === 'silent' && performance.now() - since >= limits.silent;
    if (found === 'gone' || answerLost || silent) client.lose();
    else if (found !== 'silent') since = performance.now();
  };
  const timer = outsideOfAll(() => setInterval(() => void tick(), TICK_MS));
  timer.unref();
  return () => clearInterval(timer);
}

/** Work of minutes: imports, exports, what takes an import back. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const store: LongWork = { long: true, visited: isVisited(), client: null, pending: 0 };
  const unwatch = watch(store);
  try {
    return await asLongWork(store, work);
  } finally {
    store.client = null;
    unwatch();
  }
}
