import 'server-only';
import { factorView, preferenceView, type RankedAnswer } from '@/lib/domain/annual/answers';
import { rankProjects } from '@/lib/domain/annual/ranking';
import type { Ranked } from '@/lib/domain/annual/types';
import { formatHundredths } from '@/lib/domain/kernel/hundredths';
import type { Actor } from '@/lib/server/actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { candidatesOf, measuresOf, type YearCandidate } from './candidates';
import type { Year } from './year';

export interface RankedCandidate {
  candidate: YearCandidate;
  ranked: Ranked;
}

/** Whoever sees all counties sees the order of them all; a county sees its own projects, and no rank among strangers. */
export const seesWhole = ({ level }: Pick<Actor, 'level'>): boolean => level === 'prefecture';

export async function rankedOf(reader: Reader, actor: Actor, year: Year): Promise<RankedCandidate[]> {
  const candidates = await candidatesOf(reader, actor, year);
  const byId = new Map(candidates.map((one) => [one.id, one]));
  return rankProjects(candidates, year.weights, measuresOf(year.rulebook)).flatMap((ranked) => {
    const candidate = byId.get(ranked.id);
    return candidate ? [{ candidate, ranked }] : [];
  });
}

export function rankedView({ candidate, ranked }: RankedCandidate, whole: boolean): RankedAnswer {
  const { id, code, name, compounds, households, county, appliedOn, asks } = candidate;
  return {
    project: { id, code, name, compounds: compounds.length, households },
    county,
    appliedOn,
    rank: whole ? ranked.rank : null,
    total: formatHundredths(BigInt(ranked.total)),
    factors: ranked.factors.map(factorView),
    preference: ranked.preference && preferenceView(ranked.preference),
    asks: Object.entries(asks).map(([source, amount]) => ({ source, amount: formatHundredths(amount) })),
  };
}

export async function ranking(reader: Reader, actor: Actor, year: Year): Promise<RankedAnswer[]> {
  return (await rankedOf(reader, actor, year)).map((one) => rankedView(one, seesWhole(actor)));
}
