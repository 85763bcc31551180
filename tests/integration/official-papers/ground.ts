import { routes } from '@/lib/server/api/routes.generated';
import type { Handler } from '@/lib/server/define-route';
import { homeSide } from '../../support/every/side';
import { Stage } from '../../support/every/stage';
import { cardRow } from '../../support/season-rows';
import { insert, type Person, type World } from '../../support/world';
import { EXAMPLES } from '../walls/examples';

/** Each makes a record of which a paper can be made, by the product's own doors. */
const MADE_BY = [
  'GET /rounds/{id}/forms',
  'GET /notices/{id}/docx',
  'GET /plans/{id}/docx',
  'GET /applications/{id}/docx',
  'GET /annual-plans/{id}/docx',
  'GET /projects/{id}/sharing/notices/docx',
  'GET /funds/batches/{id}/docx',
  'GET /projects/{id}/stop-works/{stopWorkId}/docx',
  'GET /projects/{id}/stop-works/{stopWorkId}/lift/docx',
  'GET /supervision/{id}/docx',
  'GET /projects/{id}/acceptances/{acceptanceId}/opinion-book',
  'GET /projects/{id}/handover/list.docx',
];

const LINE = {
  ...{ code: '532302-2020-001', name: '金山路片区改造项目', stage: 8, percentBp: 6_250, investment: '418000.00' },
  ...{
    people: 23,
    problems: '雨季影响管沟开挖',
    firstReceivedAt: '2020-06-03T01:20:00Z',
    acceptedAt: '2020-06-04T02:00:00Z',
  },
};
const MONTH = { month: '2020-05', projects: 1, investment: '418000.00', lines: [LINE] };

/** Notices of the kinds that no example makes, like the one that an example made. */
async function otherNotices({ owner, lufeng }: World): Promise<void> {
  const { rows } = await owner.query<{ id: string; compound: string }>(
    'SELECT r.id, r.compound_id AS compound FROM vote_round r WHERE r.county_id = $1 LIMIT 1',
    [lufeng.id],
  );
  const [round] = rows;
  const kinds = [
    ['list', null, null],
    ['plan', round?.compound, null],
    ['result', round?.compound, round?.id],
  ];
  for (const kind of kinds)
    await owner.query(
      `INSERT INTO notice (county_id, kind, compound_id, round_id, title, issuer, body, facts, days, created_by)
       SELECT county_id, $1, $2, $3, '关于改造的公示', issuer, body, facts, days, created_by FROM notice WHERE kind = 'design' LIMIT 1`,
      kind,
    );
}

/** A county with something of every kind of paper, another that has nothing. */
export async function everyPaper(world: World): Promise<void> {
  const { rows } = await world.owner.query<{ day: string }>('SELECT anju_today()::text AS day');
  const stage = new Stage(world, rows[0]?.day ?? '');
  const side = homeSide(world);
  for (const name of MADE_BY) await EXAMPLES[name]?.(stage, side);
  await otherNotices(world);
  const account = world.actors.lufengClerk.accountId;
  await cardRow(world.owner, { prefectureId: world.prefectureId, county: world.lufeng, account }, 'deliberated');
  await insert(world.owner, 'county_month', {
    ...{ county_id: world.lufeng.id, month: '2020-05-01', no: 1, filler: '李梅', reviewer: '王强', signer: '张局' },
    ...{ content: JSON.stringify(MONTH), first_received_at: '2020-06-05T01:00:00Z', due_at: '2020-06-05T16:00:00Z' },
    submitted_by: account,
  });
}

interface Door {
  handler: Handler;
  params: Record<string, string>;
}

const named = (part: string): boolean => part.startsWith('{');

/** The route behind an address of the API: the one that leaves least of it open. */
function doorOf(href: string): Door {
  const parts = href.replace('/api/v1', '').split('?')[0]?.split('/') ?? [];
  const [found] = routes
    .map(({ path, module }) => ({ pattern: path.split('/'), module }))
    .filter(
      ({ pattern }) =>
        pattern.length === parts.length && pattern.every((part, at) => named(part) || part === parts[at]),
    )
    .sort((a, b) => a.pattern.filter(named).length - b.pattern.filter(named).length);
  if (!found) throw new Error(`no route of ${href}`);
  const params = found.pattern.flatMap((part, at) => (named(part) ? [[part.slice(1, -1), parts[at] ?? '']] : []));
  return { handler: (found.module as { GET: Handler }).GET, params: Object.fromEntries(params) };
}

/** A link followed as that person. */
export async function follow(world: World, as: Person, href: string) {
  const { handler, params } = doorOf(href);
  const { status, response, json } = await world.call(handler, { as, params, path: href });
  return { status, json, bytes: status === 200 ? Buffer.from(await response.clone().arrayBuffer()) : Buffer.alloc(0) };
}
