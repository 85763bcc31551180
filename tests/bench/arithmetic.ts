import type { Figures, Sample } from './types';

/** The smallest value that `share` of all are not above (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error('no answers, no percentile');
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** Processor time of all rounds, spread over all their requests; unknown once is unknown. */
function perRequest(samples: readonly Sample[], of: 'cpuApp' | 'cpuDb', requests: number): number | null {
  const spent = samples.map((sample) => sample[of]);
  return spent.every((value) => value !== null) ? sum(spent) / requests : null;
}

/** The rounds as one: a round that was disturbed weighs as much as its requests, no more. */
export function figuresOf(samples: readonly Sample[]): Figures {
  const requests = sum(samples.map((sample) => sample.requests));
  if (requests === 0) throw new Error('no request was answered');
  const latencies = samples.flatMap((sample) => sample.latencies);
  return {
    perSecond: requests / sum(samples.map(({ seconds }) => seconds)),
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    cpuApp: perRequest(samples, 'cpuApp', requests),
    cpuDb: perRequest(samples, 'cpuDb', requests),
  };
}

export const ratio = (one: Figures, other: Figures | null): number | null =>
  other ? one.perSecond / other.perSecond : null;

/** Processor time of application and database together: what a request costs. */
export const cost = ({ cpuApp, cpuDb }: Figures): number | null =>
  cpuApp === null || cpuDb === null ? null : cpuApp + cpuDb;
