import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readableKinds } from '@/lib/domain/papers/official/readable';
import { PAPER_CODES } from '@/lib/domain/papers/official/register';
import type { OfficialPaperList, OfficialPaperRow } from '@/lib/domain/papers/official/schema';
import { clockAt } from '../../support/clock';
import { makeWorld, type Person, type World } from '../../support/world';
import { everyPaper, follow } from './ground';

let world: World;

async function listed(as: Person, query = 'limit=100'): Promise<OfficialPaperList> {
  const { status, json } = await follow(world, as, `/api/v1/official-papers?${query}`);
  expect(status).toBe(200);
  return json as OfficialPaperList;
}
const filesOf = (row: OfficialPaperRow) => row.formats.filter(({ format }) => format !== 'print');

beforeAll(async () => {
  world = await makeWorld();
  await clockAt(world.owner, '2020-06-10T10:00+08:00');
  await everyPaper(world);
});
afterAll(() => world.end());

describe('公文与表格', () => {
  it('lists every kind of the register to the county’s bureau, newest first, with how many there are of each', async () => {
    const { items, kinds, nextCursor } = await listed('lufengClerk');
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(PAPER_CODES));
    expect(kinds.map(({ kind }) => kind)).toEqual(PAPER_CODES);
    for (const { kind, count, more } of kinds) {
      expect([kind, count, more]).toEqual([kind, items.filter((row) => row.kind === kind).length, false]);
    }
    expect(nextCursor).toBeNull();
    expect(items.map(({ on }) => on)).toEqual(
      items
        .map(({ on }) => on)
        .sort()
        .reverse(),
    );
  });

  it('every file that is listed can be fetched by whom it is listed to', async () => {
    const people: Person[] = [
      // the finance bureau lists what its county's leader lists
      ...(['prefectureLeader', 'lufengLeader'] as const),
      ...(['lufengTown', 'lufengCommunity', 'lufengEntity', 'shuangbaiClerk'] as const),
    ];
    for (const as of people) {
      const { items, kinds } = await listed(as);
      expect(kinds.map(({ kind }) => kind)).toEqual(readableKinds(world.actors[as].role));
      // one of each kind: its files ask the same of everybody
      for (const row of new Map(items.map((one) => [one.kind, one])).values())
        for (const { href } of filesOf(row).slice(0, 1))
          expect([as, href, (await follow(world, as, href)).status]).toEqual([as, href, 200]);
    }
  });

  it('another county sees nothing of it; the prefecture’s own are everybody’s who may read them', async () => {
    const { items } = await listed('shuangbaiClerk');
    // each office has statistics of its own, of every year
    const [own, others] = [true, false].map((is) => items.filter(({ kind }) => (kind === 'nationalStatistics') === is));
    expect(new Set(own?.map(({ county }) => county?.name))).toEqual(new Set(['双柏县']));
    expect(others?.filter(({ county }) => county !== null)).toEqual([]);
    expect(new Set(others?.map(({ kind }) => kind))).toEqual(new Set(['annualPlan', 'decisionSheet']));
    const foreign = await listed('shuangbaiClerk', `county=${world.lufeng.id}`);
    expect([foreign.items, foreign.kinds.every(({ count }) => count === 0)]).toEqual([[], true]);
  });

  it('a leader finds the kinds that leaders read, and no others', async () => {
    const kinds = async (as: Person) => new Set((await listed(as)).items.map(({ kind }) => kind));
    const clerks = await kinds('lufengClerk');
    expect(clerks).toContain('opinionForm');
    expect(await kinds('lufengLeader')).toEqual(new Set([...clerks].filter((kind) => kind !== 'opinionForm')));
    expect((await listed('lufengLeader', 'kind=opinionForm')).items).toEqual([]);
  });

  it('goes on page by page, each paper once', async () => {
    const whole = (await listed('lufengClerk')).items.map(({ kind, id }) => `${kind} ${id}`);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: OfficialPaperList = await listed('lufengClerk', `limit=4${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...page.items.map(({ kind, id }) => `${kind} ${id}`));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(whole);
    const bad = await follow(world, 'lufengClerk', '/api/v1/official-papers?cursor=bm9wZQ');
    expect(bad.status).toBe(400);
  });

  it('by kind, year and words of title, number or project', async () => {
    const months = (await listed('lufengClerk', 'kind=countyMonth')).items;
    expect(months.map(({ title, on, county, state }) => [title, on, county?.name, state])).toEqual([
      ['禄丰市2020年5月老旧小区改造项目进展月度汇总表', '2020-06-10', '禄丰市', 'issued'],
    ]);
    expect((await listed('lufengClerk', 'kind=countyMonth&year=2019')).items).toEqual([]);
    const { items, kinds } = await listed('lufengClerk', `q=${encodeURIComponent('禄丰市 月度')}`);
    expect(items.map(({ kind }) => kind)).toEqual(['countyMonth']);
    expect(kinds.filter(({ count }) => count > 0)).toEqual([{ kind: 'countyMonth', count: 1, more: false }]);
    const [note] = (await listed('lufengClerk', 'kind=stopWork')).items;
    const byNumber = await listed('lufengClerk', `q=${encodeURIComponent(note?.documentNo ?? '')}`);
    expect(byNumber.items.map(({ id }) => id)).toContain(note?.id);
  });

  it('a payment notice has a file for each payer, and one page to print them all', async () => {
    const [row] = (await listed('lufengClerk', 'kind=paymentNotice')).items;
    expect(row?.formats.map(({ format }) => format)).toContain('print');
    expect(filesOf(row as OfficialPaperRow).map(({ payer }) => payer)).toEqual([expect.stringContaining('供排水公司')]);
  });
});

const mm = (twips: number): number => (twips * 25.4) / 1440;
function layoutOf(bytes: Buffer) {
  const text = (path: string) => new TextDecoder().decode(unzipSync(bytes)[path]);
  const document = text('word/document.xml');
  const of = (tag: string, name: string): number =>
    Number(document.match(new RegExp(`<w:${tag} [^>]*w:${name}="(-?\\d+)"`))?.[1]);
  const page = [of('pgSz', 'w'), of('pgSz', 'h')] as const;
  const area = [
    page[0] - of('pgMar', 'left') - of('pgMar', 'right'),
    page[1] - of('pgMar', 'top') - of('pgMar', 'bottom'),
  ];
  return {
    landscape: /w:orient="landscape"/.test(document),
    page: page.map((length) => Math.round(mm(length))),
    area: area.map((length) => Math.round(mm(length))),
    bound: [of('pgMar', 'top'), of('pgMar', 'left')].map((length) => Math.round(mm(length))),
    body: [/w:eastAsia="(.*?)"/, /<w:sz w:val="(\d+)"/].map((what) => text('word/styles.xml').match(what)?.[1]),
    fallback: /<w:font w:name="仿宋"><w:altName w:val="[^"]+"/.test(text('word/fontTable.xml')),
  };
}

describe('each file of each kind', () => {
  const made = new Map<string, { kind: string; format: string; bytes: Buffer }>();
  const make = async () => {
    const all: [string, { kind: string; format: string; bytes: Buffer }][] = [];
    for (const row of (await listed('lufengClerk')).items)
      for (const { href, format } of filesOf(row)) {
        const { status, bytes } = await follow(world, 'lufengClerk', href);
        expect([href, status]).toEqual([href, 200]);
        all.push([href, { kind: row.kind, format, bytes }]);
      }
    return all;
  };
  beforeAll(async () => {
    for (const [href, one] of await make()) made.set(href, one);
  });

  it('is the same bytes when it is made again, on another day', async () => {
    await clockAt(world.owner, '2020-09-17T15:40+08:00');
    const again = await make();
    // what is told of the year that goes on stands first again on the later day
    expect(again.map(([href]) => href).sort()).toEqual([...made.keys()].sort());
    const kinds = new Set(again.map(([, { kind }]) => kind));
    expect([...kinds, 'opinionForm'].sort()).toEqual([...PAPER_CODES].sort());
    const differing = again.filter(([href, { bytes }]) => !bytes.equals(made.get(href)?.bytes ?? Buffer.alloc(0)));
    expect(differing.map(([, { kind, format }]) => `${kind} ${format}`)).toEqual([]);
  });

  it('a document is A4 after GB/T 9704-2012: 156 × 225 mm below 37 and beside 28, 3号仿宋 with what may stand in for it; tables across are turned', () => {
    const documents = [...made.values()].filter(({ format }) => format === 'docx');
    expect(documents.length).toBeGreaterThanOrEqual(PAPER_CODES.length - 1);
    for (const { kind, bytes } of documents) {
      const layout = layoutOf(bytes);
      const size = layout.landscape
        ? { page: [297, 210], area: [225, 156], bound: [28, 35] }
        : { page: [210, 297], area: [156, 225], bound: [37, 28] };
      expect([kind, layout]).toEqual([
        kind,
        { landscape: layout.landscape, ...size, body: ['仿宋', '32'], fallback: true },
      ]);
      expect([kind, layout.landscape]).toEqual([kind, kind === 'countyMonth' || kind === 'decisionSheet']);
    }
  });
});
