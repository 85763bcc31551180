import type pg from 'pg';
import type { Role } from '@/lib/domain/accounts/roles';
import { CHUXIONG } from '../../places/chuxiong';
import { COUNTY_LETTERS } from '../people';
import { communitiesOf, townsOf } from '../towns';
import type { Pictured } from './files';
import type { Named } from './types';

export interface CompoundOfProject {
  id: string;
  code: string;
  name: string;
  homes: number;
  town: string;
  townId: string;
  community: string;
  originalUnit: string | null;
  committee: boolean;
  /** of the scheme that was published last, in fen */
  estimate: bigint | null;
  ownersShare: bigint | null;
  buildings: { id: string; name: string; units: number; homes: number }[];
}

export interface County {
  id: string;
  prefectureId: string;
  code: string;
  name: string;
  /** as papers of its offices begin: 禄 */
  short: string;
  letters: string;
  /** of the body that approves the feasibility study (domain.md §2) */
  approves: string;
}

export interface Person {
  id: string;
  name: string;
  role: Role;
}

const COMPOUND = `SELECT c.id, c.code, c.name, t.households::int AS homes, s.name AS town, s.id AS "townId", m.name AS community, c.original_unit AS "originalUnit",
    coalesce(c.has_owners_committee, false) AS committee, x.estimate::text AS estimate, x.owners_share::text AS "ownersShare",
    (SELECT jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name, 'units', coalesce(b.units, 1), 'homes', (SELECT count(*) FROM household h WHERE h.building_id = b.id AND h.status = 'active'))
      ORDER BY b.sort_key, b.id) FROM building b WHERE b.compound_id = c.id AND b.status = 'active') AS buildings
  FROM compound c JOIN compound_total t ON t.compound_id = c.id JOIN unit m ON m.id = c.community_id JOIN unit s ON s.id = c.subdistrict_id
  LEFT JOIN LATERAL (SELECT estimate, owners_share FROM scheme WHERE compound_id = c.id AND status = 'final' ORDER BY no DESC LIMIT 1) x ON true
  WHERE m.code = $1 AND c.name = $2 AND c.status = 'active'`;

const fen = (text: string | null): bigint | null => (text === null ? null : BigInt(text));

export async function compoundOf(
  client: pg.Client,
  county: string,
  [community, name]: Named,
): Promise<CompoundOfProject> {
  const unit = communitiesOf(townsOf(county)[0]?.code ?? '')[community - 1];
  const { rows } = await client.query(COMPOUND, [unit?.code, name]);
  const [row] = rows;
  if (!row) throw new Error(`demonstration: no ${name} in ${unit?.name}`);
  return { ...row, estimate: fen(row.estimate), ownersShare: fen(row.ownersShare) };
}

export async function countiesOf(client: pg.Client): Promise<Map<string, County>> {
  const { rows } = await client.query<Pick<County, 'id' | 'code' | 'prefectureId'>>(
    `SELECT id, code, parent_id AS "prefectureId" FROM unit WHERE kind = 'county'`,
  );
  const names = new Map(CHUXIONG.map(({ code, name }) => [code, name]));
  return new Map(
    rows.map((row) => {
      const name = names.get(row.code) ?? '';
      const isZone = row.code.endsWith('KFQ');
      const short = isZone ? '高新' : row.code === '532301' ? '楚市' : name.slice(0, 1);
      const approves = isZone ? '楚雄高新区管委会经济发展局' : `${name}发展和改革局`;
      return [row.code, { ...row, name, short, letters: COUNTY_LETTERS[row.code] ?? '', approves }];
    }),
  );
}

export async function peopleOf(client: pg.Client): Promise<Map<string, Person>> {
  const { rows } = await client.query<Person & { username: string }>(
    'SELECT id, username, display_name AS name, role FROM account WHERE demonstration',
  );
  return new Map(rows.map(({ username, ...person }) => [username, person]));
}

/** The houses that compounds are shown with. */
export async function picturesOf(client: pg.Client): Promise<Pictured[]> {
  const { rows } = await client.query<Pictured>(
    `SELECT DISTINCT ON (f.storage_key) f.storage_key AS key, f.sha256, f.size, f.thumbnail_key AS thumbnail, f.width, f.height
     FROM compound_file c JOIN stored_file f ON f.id = c.file_id ORDER BY f.storage_key`,
  );
  return rows;
}
