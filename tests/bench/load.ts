import autocannon from 'autocannon';
import { clusterCpu, processCpu } from './cpu';
import type { Sample } from './types';

export interface Target {
  url: string;
  pid: number;
  headers: Record<string, string>;
}

const difference = (after: number | null, before: number | null) =>
  after === null || before === null ? null : after - before;

interface Fired {
  latencies: number[];
  /** from the first request to the last answer */
  seconds: number;
}

/** Exactly `amount` requests, all answered: one cut off has cost processor time and counts nowhere. */
function fire({ url, headers }: Target, connections: number, amount: number): Promise<Fired> {
  return new Promise((resolve, reject) => {
    const latencies: number[] = [];
    const began = performance.now();
    let last = began;
    const running = autocannon({ url, headers, connections, amount, timeout: 60 }, (error, result) => {
      if (error) return reject(error);
      const { non2xx, errors, timeouts } = result;
      const bad = non2xx + errors + timeouts;
      // an answer that is none spoils the round: something else was measured
      if (bad > 0) return reject(new Error(`${url}: ${bad} of ${amount} requests had no good answer`));
      resolve({ latencies, seconds: (last - began) / 1000 });
    });
    // its own histogram knows whole milliseconds only
    running.on('response', (_client, _status, _bytes, ms) => {
      latencies.push(ms);
      last = performance.now();
    });
  });
}

const rateOf = ({ latencies, seconds }: Fired) => latencies.length / seconds;
const between = (least: number, value: number, most: number) => Math.round(Math.min(most, Math.max(least, value)));

/** Of a handful no percentile can be told. */
const LEAST = 32;
const MOST = 1_000_000;

export interface Load {
  connections: number;
  /** about so long; how many requests that are is known from before */
  seconds: number;
  rate: number;
}

export async function load(target: Target, postmaster: number, { connections, seconds, rate }: Load): Promise<Sample> {
  const before = [processCpu(target.pid), clusterCpu(postmaster)] as const;
  const fired = await fire(target, connections, between(LEAST, rate * seconds, MOST));
  return {
    requests: fired.latencies.length,
    seconds: fired.seconds,
    latencies: fired.latencies,
    cpuApp: difference(processCpu(target.pid), before[0]),
    cpuDb: difference(clusterCpu(postmaster), before[1]),
  };
}

const RUN_UP_SECONDS = 1;

/** Not counted: while others were measured this one has slept, for half a minute beside a slow yardstick. */
export async function runUp(target: Target, { connections, rate }: Load): Promise<void> {
  await fire(target, connections, between(connections, rate * RUN_UP_SECONDS, MOST));
}

const WARM = 2_000;
const WARM_SECONDS = 10;

/** Until the code is compiled and the statements are prepared on every connection; answers the requests per second. */
export async function warm(target: Target): Promise<number> {
  const first = await fire(target, 16, 32);
  return rateOf(await fire(target, 16, between(32, rateOf(first) * WARM_SECONDS, WARM)));
}
