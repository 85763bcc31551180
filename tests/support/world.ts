import { createHash, randomBytes } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import pg from 'pg';
import { isRole, levelOf, type Role } from '@/lib/domain/accounts/roles';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { type Actor, mintActor } from '@/lib/server/actor';
import { pool, readPool } from '@/lib/server/db/pool';
import type { Handler, Method } from '@/lib/server/define-route';
import { freshDatabase, type TestDatabase } from './database';
import { insert } from './insert';

export { insert };

/** Two counties with everything an office has, small enough to read in a test. The same people each time. */
const LUFENG = ['532302', '禄丰市', 'lu feng shi'] as const;
const SHUANGBAI = ['532322', '双柏县', 'shuang bai xian'] as const;

export interface Place {
  id: string;
  subdistricts: { id: string; code: string; communities: { id: string; code: string }[] }[];
}

const PEOPLE = {
  prefectureBureau: ['prefecture_bureau', '州住建局 普玉兰'],
  prefectureBureau2: ['prefecture_bureau', '州住建局 杞文华'],
  prefectureFinance: ['prefecture_finance', '州财政局 张顺'],
  prefectureLeader: ['prefecture_leader', '州领导 李州'],
  lufengClerk: ['county_bureau', '禄丰市住建局 王丽'],
  lufengClerk2: ['county_bureau', '禄丰市住建局 赵强'],
  lufengFinance: ['county_finance', '禄丰市财政局 钱进'],
  lufengLeader: ['county_leader', '禄丰市领导 周正'],
  lufengTown: ['town', '金山镇 孙平'],
  lufengCommunity: ['community', '金山社区 陈芳'],
  lufengCommunity2: ['community', '东河社区 施琴'],
  lufengEntity: ['implementing_entity', '禄丰城投 何伟'],
  shuangbaiClerk: ['county_bureau', '双柏县住建局 李云'],
  shuangbaiCommunity: ['community', '妥甸社区 苏红'],
} as const satisfies Record<string, readonly [Role, string]>;
export type Person = keyof typeof PEOPLE;

export interface World {
  database: TestDatabase;
  /** as the owner's role: sees and may do everything the owner may */
  owner: pg.Client;
  prefectureId: string;
  lufeng: Place;
  shuangbai: Place;
  rulebookId: string;
  actors: Record<Person, Actor>;
  /** the cookie header of a fresh session of that person */
  signIn: (person: Person) => Promise<string>;
  /** calls a route's handler as that person (or as nobody) */
  call: (handler: Handler, options?: CallOptions) => Promise<Called>;
  end: () => Promise<void>;
}

export interface CallOptions {
  as?: Person;
  cookie?: string;
  /** another system: a token, and nothing that a browser sends */
  bearer?: string;
  method?: Method;
  path?: string;
  params?: Record<string, string>;
  body?: unknown;
  rawBody?: BodyInit;
  headers?: Record<string, string>;
}

export interface Called {
  status: number;
  headers: Headers;
  /** parsed JSON, or null where the answer has none */
  json: never;
  response: Response;
}

export async function newId(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query<{ id: string }>('SELECT anju_new_id() AS id');
  return rows[0]?.id ?? '';
}

export const unitRow = (kind: string, code: string, name: string, pinyin: string) => ({
  kind,
  code,
  name,
  pinyin,
  valid_from: '2000-01-01',
});

export async function makeCounty(
  owner: pg.Client,
  prefectureId: string,
  [code, name, pinyin]: readonly [string, string, string],
): Promise<Place> {
  const id = await newId(owner);
  await insert(owner, 'unit', {
    id,
    prefecture_id: prefectureId,
    parent_id: prefectureId,
    county_id: id,
    ...unitRow('county', code, name, pinyin),
  });
  const towns = code === '532302' ? ['金山镇', '广通镇'] : ['妥甸镇'];
  const subdistricts: Place['subdistricts'] = [];
  for (const [t, town] of towns.entries()) {
    const sub = await newId(owner);
    const subCode = `${code}10${t}`;
    await insert(owner, 'unit', {
      id: sub,
      prefecture_id: prefectureId,
      parent_id: id,
      county_id: id,
      subdistrict_id: sub,
      ...unitRow('subdistrict', subCode, town, 'zhen'),
    });
    const communities: { id: string; code: string }[] = [];
    for (const [c, community] of [`${town.slice(0, 2)}社区`, `${town.slice(0, 2)}东河社区`].entries()) {
      const com = await newId(owner);
      const comCode = `${subCode}00${c + 1}`;
      await insert(owner, 'unit', {
        id: com,
        prefecture_id: prefectureId,
        parent_id: sub,
        county_id: id,
        subdistrict_id: sub,
        community_id: com,
        ...unitRow('community', comCode, community, 'she qu'),
      });
      communities.push({ id: com, code: comCode });
    }
    subdistricts.push({ id: sub, code: subCode, communities });
  }
  return { id, subdistricts };
}

function at<T>(list: T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`nothing at ${index}`);
  return item;
}

function placeOf(person: Person, world: { prefectureId: string; lufeng: Place; shuangbai: Place }) {
  const [role] = PEOPLE[person];
  const level = levelOf(role);
  if (level === 'prefecture') return { unit: world.prefectureId, county: null, subdistrict: null, community: null };
  const place = person.startsWith('lufeng') ? world.lufeng : world.shuangbai;
  const sub = at(place.subdistricts, 0);
  const com = at(sub.communities, person.endsWith('2') ? 1 : 0);
  if (level === 'subdistrict') return { unit: sub.id, county: place.id, subdistrict: sub.id, community: null };
  if (level === 'community') return { unit: com.id, county: place.id, subdistrict: sub.id, community: com.id };
  return { unit: place.id, county: place.id, subdistrict: null, community: null };
}

async function makePerson(
  owner: pg.Client,
  person: Person,
  parts: { prefectureId: string; lufeng: Place; shuangbai: Place },
): Promise<Actor> {
  const [role, displayName] = PEOPLE[person];
  const where = placeOf(person, parts);
  const accountId = await insert(owner, 'account', {
    prefecture_id: parts.prefectureId,
    county_id: where.county,
    subdistrict_id: where.subdistrict,
    community_id: where.community,
    unit_id: where.unit,
    username: person.toLowerCase(),
    display_name: displayName,
    role,
    must_change_password: false,
  });
  const unit = await owner.query<{ name: string; kind: string }>('SELECT name, kind FROM unit WHERE id = $1', [
    where.unit,
  ]);
  const level = levelOf(role);
  const counties = level === 'project' ? [] : where.county ? [where.county] : [parts.lufeng.id, parts.shuangbai.id];
  return mintActor({
    accountId,
    sessionId: null,
    token: null,
    username: person.toLowerCase(),
    displayName,
    role,
    level,
    unit: { id: where.unit, name: unit.rows[0]?.name ?? '', nameEn: null, kind: unit.rows[0]?.kind ?? '' },
    prefectureId: parts.prefectureId,
    countyId: where.county,
    subdistrictId: where.subdistrict,
    communityId: where.community,
    counties,
    locale: 'zh-CN',
    mustChangePassword: false,
    requestId: null,
  });
}

async function loadProgramme(owner: pg.Client, prefectureId: string): Promise<string> {
  const content = JSON.stringify(chuxiong2020);
  const rulebookId = await insert(owner, 'rulebook_version', {
    code: chuxiong2020.code,
    version_name: chuxiong2020.version,
    effective_from: chuxiong2020.effectiveFrom,
    content,
    hash: createHash('sha256').update(content).digest('hex'),
  });
  await insert(owner, 'programme_year', {
    prefecture_id: prefectureId,
    year: 2020,
    rulebook_id: rulebookId,
    target_share: 70,
    start_by: '2020-02-29',
    complete_by: '2020-06-30',
    current: true,
  });
  return rulebookId;
}

/** A session of that account as the sign-in would open it; answers the cookie header. */
export async function openSession(accountId: string): Promise<string> {
  const sid = randomBytes(32).toString('base64url');
  const digest = createHash('sha256').update(sid).digest('hex');
  await pool().query(`SELECT auth_open_session($1, $2, 'test', '127.0.0.1', interval '1 hour')`, [accountId, digest]);
  const token = await encode({ token: { sid }, secret: process.env.NEXTAUTH_SECRET ?? '' });
  return `next-auth.session-token=${token}`;
}

const ORIGIN = 'http://127.0.0.1:3000';

export async function callHandler(handler: Handler, options: CallOptions, cookie: string | null): Promise<Called> {
  const method = options.method ?? 'GET';
  const headers: Record<string, string> = {
    host: '127.0.0.1:3000',
    ...(method === 'GET' || options.bearer ? {} : { 'x-anju-request': '1', origin: ORIGIN }),
    ...(options.bearer ? { authorization: `Bearer ${options.bearer}` } : {}),
    ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(cookie ? { cookie } : {}),
    ...options.headers,
  };
  const body = options.rawBody ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
  const init: RequestInit & { duplex?: 'half' } = {
    method,
    headers,
    ...(body === undefined ? {} : { body, duplex: 'half' }),
  };
  const response = await handler(new Request(`${ORIGIN}${options.path ?? '/api/v1'}`, init), {
    params: Promise.resolve(options.params ?? {}),
  });
  const type = response.headers.get('content-type') ?? '';
  const json = type.includes('json') ? ((await response.clone().json()) as never) : (null as never);
  return { status: response.status, headers: response.headers, json, response };
}

/** In a fresh database of the run's cluster, or in the one that is given. */
export async function makeWorld(given?: TestDatabase): Promise<World> {
  const database = given ?? (await freshDatabase());
  process.env.DATABASE_URL = database.appUrl;
  const owner = new pg.Client({ connectionString: database.ownerUrl, options: '-c TimeZone=UTC' });
  owner.on('error', () => {});
  await owner.connect();
  const prefectureId = await newId(owner);
  await insert(owner, 'unit', {
    id: prefectureId,
    prefecture_id: prefectureId,
    ...unitRow('prefecture', '532300', '楚雄州', 'chu xiong zhou'),
  });
  const lufeng = await makeCounty(owner, prefectureId, LUFENG);
  const shuangbai = await makeCounty(owner, prefectureId, SHUANGBAI);
  const rulebookId = await loadProgramme(owner, prefectureId);
  const actors = {} as Record<Person, Actor>;
  for (const person of Object.keys(PEOPLE) as Person[]) {
    if (isRole(PEOPLE[person][0]))
      actors[person] = await makePerson(owner, person, { prefectureId, lufeng, shuangbai });
  }
  const cookies = new Map<Person, string>();
  const signIn = async (person: Person) => {
    const cookie = await openSession(actors[person].accountId);
    cookies.set(person, cookie);
    return cookie;
  };
  return {
    database,
    owner,
    prefectureId,
    lufeng,
    shuangbai,
    rulebookId,
    actors,
    signIn,
    call: async (handler, options = {}) => {
      const cookie = options.cookie ?? (options.as ? (cookies.get(options.as) ?? (await signIn(options.as))) : null);
      return callHandler(handler, options, cookie);
    },
    end: async () => {
      await owner.end();
      await Promise.all([pool().end(), readPool().end()]);
      globalThis.anjuPool = undefined;
      globalThis.anjuReadPool = undefined;
      globalThis.anjuPrisma = undefined;
      await database.drop();
    },
  };
}
