import type pg from 'pg';
import { receiptCodeOf, receiptHashOf } from '@/lib/server/votes/receipt-code';
import { insert, type Place } from './world';

export interface OpenRound {
  id: string;
  code: string;
  compoundId: string;
  /** in the order of the doors */
  homes: string[];
}

interface Wish {
  compoundCode: string;
  compoundName?: string;
  homes: number;
  /** of the subdistrict: 0 金山社区, 1 东河社区 */
  community?: number;
  round?: 1 | 2;
  /** a finished scheme's */
  schemeId?: (compoundId: string) => Promise<string>;
  rulebookId: string;
  by: string;
}

/** An open round with its frozen roll, made as the owner's role: buildings of 60 dwellings, 3 staircases, 10 storeys of 2. */
export async function openRound(owner: pg.Client, county: Place, wish: Wish): Promise<OpenRound> {
  const { compoundCode, homes: count, round = 1, rulebookId, by } = wish;
  const community = county.subdistricts[0]?.communities[wish.community ?? 0]?.id;
  const compoundId = await insert(owner, 'compound', {
    county_id: county.id,
    community_id: community,
    code: compoundCode,
    name: wish.compoundName ?? `文化路${Number(compoundCode.slice(-4))}号小区`,
    pinyin: 'wen hua lu',
    search_text: '文化路',
  });
  await owner.query(
    `INSERT INTO building (compound_id, county_id, name, sort_key) SELECT $1, $2, n || '栋', lpad(n::text, 4, '0') FROM generate_series(1, $3) n`,
    [compoundId, county.id, Math.ceil(count / 60)],
  );
  await owner.query(
    `INSERT INTO household (building_id, compound_id, county_id, unit_no, room, storey, sort_key, exclusive_area)
     SELECT b.id, $1, $2, (i % 60) / 20 + 1, ((i % 20) / 2 + 1) || lpad((i % 2 + 1)::text, 2, '0'), (i % 20) / 2 + 1, lpad((i % 60)::text, 4, '0'), 6000 + i % 37 * 101
     FROM generate_series(0, $3::int - 1) i JOIN building b ON b.compound_id = $1 AND b.sort_key = lpad((i / 60 + 1)::text, 4, '0')`,
    [compoundId, county.id, count],
  );
  const schemeId = (await wish.schemeId?.(compoundId)) ?? null;
  const code = `${compoundCode}-${round}-1`;
  const id = await insert(owner, 'vote_round', {
    compound_id: compoundId,
    county_id: county.id,
    rulebook_id: rulebookId,
    round,
    attempt: 1,
    code,
    scheme_id: schemeId,
    test: 'policy-two-thirds',
    created_by: by,
  });
  const homes = await frozen(owner, county, id, compoundId);
  return { id, code, compoundId, homes };
}

async function frozen(owner: pg.Client, county: Place, id: string, compoundId: string): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    'SELECT h.id FROM household h JOIN building b ON b.id = h.building_id WHERE h.compound_id = $1 ORDER BY b.sort_key, h.sort_key',
    [compoundId],
  );
  const homes = rows.map((row) => row.id);
  const hashes = homes.map((home) => receiptHashOf(receiptCodeOf(id, home)));
  await owner.query(
    `INSERT INTO vote_roll (round_id, county_id, subdistrict_id, community_id, household_id, building_id, building_name, unit_no, room, storey, sort_key, area, voter, voter_dwellings, owners, receipt_hash)
     SELECT r.id, r.county_id, r.subdistrict_id, r.community_id, h.id, b.id, b.name, h.unit_no, h.room, h.storey, b.sort_key || ' ' || h.sort_key, h.exclusive_area, i.n, 1,
       jsonb_build_array(jsonb_build_object('id', anju_new_id(), 'kind', 'person', 'name', '张**')), i.hash
     FROM unnest($2::uuid[], $3::text[]) WITH ORDINALITY AS i(home, hash, n) JOIN household h ON h.id = i.home JOIN building b ON b.id = h.building_id, vote_round r WHERE r.id = $1`,
    [id, homes, hashes],
  );
  await owner.query(`SELECT set_config('app.counties', $1, false)`, [`{${county.id}}`]);
  await owner.query('SELECT vote_freeze($1)', [id]);
  await owner.query(
    `UPDATE vote_round SET status = 'open', roll_hash = 'x', roll_households = k.n, roll_area = k.area, roll_voters = k.n, opened_at = anju_now(), opened_by = created_by
     FROM (SELECT count(*)::int AS n, sum(area)::bigint AS area FROM vote_roll WHERE round_id = $1) k WHERE id = $1`,
    [id],
  );
  await owner.query(`SELECT set_config('app.counties', '', false)`);
  return homes;
}

/** A final scheme of a compound with its six parts. */
export async function finalScheme(owner: pg.Client, compoundId: string, county: Place, by: string): Promise<string> {
  const id = await insert(owner, 'scheme', {
    compound_id: compoundId,
    county_id: county.id,
    no: 2,
    title: '文化路小区改造方案（第二稿）',
    estimate: '418000000',
    owners_share: '10000001',
    created_by: by,
  });
  await owner.query(
    `INSERT INTO scheme_part (scheme_id, county_id, part, summary) SELECT $1, $2, p, '屋面防水、雨污分流、一户一表；停车位按户数的三成规划。'
     FROM unnest(ARRAY['design', 'budget', 'fundRaising', 'ownersShare', 'propertyManagement', 'governance']) p`,
    [id, county.id],
  );
  await owner.query(
    `UPDATE scheme SET status = 'final', hash = 'a1b2c3d4e5f6', finalized_at = anju_now(), finalized_by = $2 WHERE id = $1`,
    [id, by],
  );
  return id;
}
