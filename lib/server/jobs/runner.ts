import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import type PgBoss from 'pg-boss';
import { pool } from '@/lib/server/db/pool';
import { keepThreadReady } from '@/lib/server/imports/reading/in-thread';
import { aboutJob, log } from '@/lib/server/log';
import { JOBS_SCHEMA, makeBoss } from './boss';
import { HANDLERS, type Handler } from './handlers';
import { beginHeartbeat } from './heartbeat';
import { type Held, holdNext, rescueOrphans } from './hold';
import { JobRefused } from './job-actor';
import { askForDue } from './schedule';
import { openEar } from './wake';

/** Jobs are heard of at once (wake.ts); what was said while nobody could hear it is found by looking. */
const LOOK_MS = 500;
const LISTEN_MS = 2_000;
const AWAY_MS = 2_000;
const RESCUE_MS = 5_000;
const DUE_MS = 15_000;
const GRACE_MS = 20_000;

/** One job: held by a lock while it runs. A refusal ends it for good; a fault goes back to the queue, which tries again or gives it up. */
async function perform(handler: Handler<object>, held: Held<object>): Promise<void> {
  const { job } = held;
  const began = performance.now();
  const ms = () => Math.round(performance.now() - began);
  try {
    await handler.run(job.data);
    await held.complete();
    log.info('job.done', { ms: ms() });
  } catch (thrown) {
    const refused = thrown instanceof JobRefused;
    const last = refused || job.retryCount >= job.retryLimit;
    log[refused ? 'warn' : 'error']('job.failed', { last, ms: ms() }, thrown);
    if (!refused) return held.fail(thrown);
    await handler.givenUp?.(job.data);
    await held.complete();
  }
}

/** Jobs of one kind, one after the other, until none waits. */
async function workOff(boss: PgBoss, name: string, handler: Handler<object>, stopping: () => boolean): Promise<void> {
  while (!stopping()) {
    const held = await holdNext<object>(boss, name);
    if (!held) return;
    const about = { job: held.job.id, name, try: held.job.retryCount + 1 };
    await aboutJob(about, async () => {
      try {
        await perform(handler, held);
      } catch (error) {
        // it could not be said how it ended: whoever finds it without a holder takes it up
        log.error('job.let-go', {}, error);
      } finally {
        await held.letGo();
      }
    });
  }
}

const WAITING = `SELECT DISTINCT name FROM ${JOBS_SCHEMA}.job WHERE state < 'active' AND start_after <= now()`;

async function waitingNames(): Promise<string[]> {
  const { rows } = await pool().query<{ name: string }>(WAITING);
  return rows.map(({ name }) => name);
}

export interface Runner {
  stop: () => Promise<void>;
}

/** Calls again and again; what goes wrong is told once, until it has gone right again. */
function again(event: string, ms: number, work: () => Promise<unknown>): NodeJS.Timeout {
  let well = true;
  let busy = false;
  const turn = async () => {
    if (busy) return;
    busy = true;
    try {
      await work();
      well = true;
    } catch (error) {
      if (well) log.warn(event, {}, error);
      well = false;
    }
    busy = false;
  };
  void turn();
  return setInterval(() => void turn(), ms);
}

export async function startRunner(): Promise<Runner> {
  const boss = makeBoss({ supervise: true });
  await boss.start();
  keepThreadReady();
  const heartbeat = await beginHeartbeat();
  let stopping = false;
  const lanes = new Map<string, Promise<void>>();
  const asked = new Set<string>();
  const begin = (name: string) => {
    const handler = HANDLERS.get(name);
    if (!handler || stopping) return;
    // a lane that has just found nothing more is asked to look once again
    if (lanes.has(name)) return void asked.add(name);
    const lane = workOff(boss, name, handler, () => stopping)
      .catch((error: Error) => {
        log.warn('jobs.away', { name }, error);
        return sleep(AWAY_MS);
      })
      .finally(() => {
        lanes.delete(name);
        if (asked.delete(name)) begin(name);
      });
    lanes.set(name, lane);
  };
  const ear = openEar(begin);
  const timers = [
    again('jobs.unheard', LISTEN_MS, () => ear.keep()),
    again('jobs.unseen', LOOK_MS, async () => {
      for (const name of await waitingNames()) begin(name);
    }),
    again('jobs.unscheduled', DUE_MS, () => askForDue(boss)),
    again('job.rescue-failed', RESCUE_MS, async () => {
      const jobs = await rescueOrphans(boss);
      if (jobs.length > 0) log.warn('job.rescued', { jobs, count: jobs.length });
    }),
  ];
  return {
    stop: async () => {
      stopping = true;
      for (const timer of timers) clearInterval(timer);
      ear.stop();
      await Promise.race([Promise.all(lanes.values()), sleep(GRACE_MS)]);
      await heartbeat.stop().catch(() => {});
      await boss.stop({ graceful: false, wait: false });
    },
  };
}
