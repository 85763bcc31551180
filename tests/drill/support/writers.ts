import type { World } from '@/tests/support/world';
import type { Answered, Client } from './client';
import { pause } from './form';

/** A write as one officer makes it: one name, one key, sent until somebody acknowledges it. */
export interface Written {
  key: string;
  name: string;
  /** What the acknowledgement said. */
  id: string;
  tries: number;
}

interface Crew {
  client: () => Client;
  world: World;
  /** Begins each name and each key, so that crews of one file do not meet: letters that a header may hold. */
  label: string;
}

const bodyOf = (world: World, name: string) => ({
  name,
  communityId: world.lufeng.subdistricts[0]?.communities[0]?.id,
  yearBuilt: 1996,
  statedFloorArea: '8640.50',
});

/** What a broken line or a dying server does; anything else is a fault of the drill itself. */
const CUT = /^(ECONNREFUSED|ECONNRESET|EPIPE)$|socket hang up|no answer within/;
const cutOff = (error: NodeJS.ErrnoException): null => {
  if (CUT.test(error.code ?? '') || CUT.test(error.message)) return null;
  throw error;
};

const send = (crew: Crew, key: string, name: string): Promise<Answered> =>
  crew.client().ask('/api/v1/compounds', {
    method: 'POST',
    body: bodyOf(crew.world, name),
    headers: { 'idempotency-key': key },
    patience: 6_000,
  });

/** Refused, reset, late, 503, or another try of the same key is still under way: once more. */
async function insist(crew: Crew, key: string, name: string): Promise<Written> {
  for (let tries = 1; ; tries++) {
    const answer = await send(crew, key, name).catch(cutOff);
    if (answer?.status === 201) return { key, name, id: (JSON.parse(answer.text) as { id: string }).id, tries };
    if (answer && answer.status < 500 && answer.status !== 409) throw new Error(`${answer.status} ${answer.text}`);
    if (tries > 200) throw new Error(`never acknowledged: ${answer?.status} ${answer?.text}`);
    await pause(100);
  }
}

/** `count` people who write one after another until `stop` is called; answers all that was acknowledged. */
export function beginWriting(crew: Crew, count: number): () => Promise<Written[]> {
  let going = true;
  const people = Array.from({ length: count }, async (_, person) => {
    const done: Written[] = [];
    for (let n = 0; going; n++) {
      done.push(await insist(crew, `${crew.label}-${person}-${n}`, `${crew.label}${person}路${n}号院`));
    }
    return done;
  });
  const all = Promise.all(people);
  all.catch(() => {});
  return async () => {
    going = false;
    return (await all).flat();
  };
}

export interface Reckoning {
  acknowledged: number;
  retried: number;
  lost: string[];
  twice: string[];
  /** Acknowledged again under its key as something else. */
  changed: string[];
}

/** Against the database itself, and by asking for each key once more. */
export async function reckon(crew: Crew, written: Written[]): Promise<Reckoning> {
  const { rows } = await crew.world.owner.query<{ name: string; ids: string[] }>(
    'SELECT name, array_agg(id::text) AS ids FROM compound WHERE name LIKE $1 GROUP BY name',
    [`${crew.label}%`],
  );
  const kept = new Map(rows.map(({ name, ids }) => [name, ids]));
  const changed: string[] = [];
  for (const { key, name, id } of written) {
    const again = await send(crew, key, name);
    const same = again.status === 201 && (JSON.parse(again.text) as { id: string }).id === id;
    if (!same || again.headers['idempotent-replay'] !== 'true') changed.push(`${name}: ${again.status}`);
  }
  return {
    acknowledged: written.length,
    retried: written.filter(({ tries }) => tries > 1).length,
    lost: written.filter(({ name, id }) => !kept.get(name)?.includes(id)).map(({ name }) => name),
    twice: rows.filter(({ ids }) => ids.length > 1).map(({ name }) => name),
    changed,
  };
}
