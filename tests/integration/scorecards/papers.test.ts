import { createHash } from 'node:crypto';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as annex from '@/app/api/v1/scorecards/[id]/annex/route';
import * as annexSheet from '@/app/api/v1/scorecards/[id]/annex-sheet/route';
import * as pack from '@/app/api/v1/scorecards/[id]/proofs-package/route';
import * as report from '@/app/api/v1/scorecards/[id]/report/docx/route';
import * as decisionDocx from '@/app/api/v1/scorecards/seasons/[id]/decision-sheet/docx/route';
import * as decision from '@/app/api/v1/scorecards/seasons/[id]/decision-sheet/route';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { Actor } from '@/lib/server/actor';
import type { Answer } from '@/lib/server/answer';
import { type Tx, withActor } from '@/lib/server/db/with-actor';
import { withReader } from '@/lib/server/db/with-reader';
import type { Handler } from '@/lib/server/define-route';
import { annexToPrint } from '@/lib/server/scorecards/annex-print';
import { closeSeason, deliberate } from '@/lib/server/scorecards/season/closing';
import { decideBonus, decideVeto } from '@/lib/server/scorecards/season/findings';
import { openSeason } from '@/lib/server/scorecards/season/open';
import { addProof, claimBonus } from '@/lib/server/scorecards/season/proofs';
import { acceptRest, completeReview, decideCriterion } from '@/lib/server/scorecards/season/review';
import { scoreSelf, writeReport } from '@/lib/server/scorecards/season/self';
import { submitCard } from '@/lib/server/scorecards/season/submitting';
import { clockAt } from '../../support/clock';
import { fileRow, projectRow } from '../../support/project-rows';
import { insert, makeWorld, type Person, type World } from '../../support/world';

let world: World;
let season: string;
const card: Record<'lufeng' | 'shuangbai', string> = { lufeng: '', shuangbai: '' };

async function act<T extends { version: number }>(
  as: Person,
  work: (tx: Tx, actor: Actor) => Promise<Answer<T>>,
): Promise<T> {
  const actor = world.actors[as];
  const answer = await withActor(actor, (tx) => work(tx, actor));
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value as T;
}
const versionOf = async (table: 'scorecard' | 'score_season', id: string): Promise<{ id: string; version: number }> => {
  const { rows } = await world.owner.query<{ version: number }>(`SELECT version FROM ${table} WHERE id = $1`, [id]);
  return { id, version: rows[0]?.version ?? 0 };
};

const asked = async (handler: Handler, id: string, as: Person = 'lufengClerk', query = '') => {
  const { status, headers, response } = await world.call(handler, {
    as,
    params: { id },
    path: `/api/v1/scorecards/x${query}`,
  });
  return {
    status,
    name: decodeURIComponent(headers.get('content-disposition') ?? ''),
    bytes: new Uint8Array(await response.arrayBuffer()),
  };
};
/** The text of a docx, a line each paragraph. */
const linesOf = (bytes: Uint8Array): string[] =>
  new TextDecoder()
    .decode(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
    .split('</w:p>')
    .map((part) => part.replace(/<[^>]+>/g, ''));
async function cellsOf(bytes: Uint8Array): Promise<unknown[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as never);
  return (book.worksheets[0]?.getSheetValues() ?? []) as unknown[][];
}
const rowOf = (cells: unknown[][], name: string) => cells.find((row) => row?.includes(name)) ?? [];

/** 禄丰 scores itself with a proof and a bonus; 双柏 leaves what its records say. */
async function selfScored() {
  const proof = await fileRow(world, 'lufengClerk', { name: '对比照片.JPG', mediaType: 'image/jpeg', content: '照片' });
  const praise = await fileRow(world, 'lufengClerk', { name: '通报.pdf', content: '通报表扬' });
  const { lufeng, shuangbai } = card;
  const ten = { stage: 'self' as const, criterion: '10.1', points: 500, reason: '小区面貌明显改善' };
  await act('lufengClerk', (tx, actor) => scoreSelf(tx, actor, { id: lufeng, version: 0 }, ten));
  const none = { criterion: null, bonusId: null, note: null };
  await act('lufengClerk', (tx, actor) =>
    addProof(tx, actor, lufeng, { ...none, criterion: '10.1', fileId: proof.id, title: '改造前后对比照片' }),
  );
  const claimed = await act('lufengClerk', (tx, actor) =>
    claimBonus(tx, actor, lufeng, { title: '获省住建厅通报表扬', what: '云建通〔2020〕5号', points: 200 }),
  );
  const bonusId = claimed.bonus[0]?.id ?? '';
  await act('lufengClerk', (tx, actor) =>
    addProof(tx, actor, lufeng, { ...none, bonusId, fileId: praise.id, title: '《通报》' }),
  );
  const words = {
    summary: '受疫情影响，开工推迟。',
    problems: '管线单位出资到位较慢。',
    nextSteps: '确保9月底前完工。',
  };
  await act('lufengClerk', (tx, actor) => writeReport(tx, actor, { id: lufeng, version: 1 }, words));
  for (const [as, id] of [
    ['lufengClerk', lufeng],
    ['shuangbaiClerk', shuangbai],
  ] as const) {
    if (id === shuangbai)
      await act(as, (tx, actor) =>
        writeReport(tx, actor, { id, version: 1 }, { ...words, problems: null, nextSteps: null }),
      );
    const which = await versionOf('scorecard', id);
    await act(as, (tx, actor) => submitCard(tx, actor, which));
  }
  return { proof, praise, bonusId };
}

beforeAll(async () => {
  world = await makeWorld();
  await clockAt(world.owner, '2020-07-05T10:00+08:00');
  await projectRow(world, { stage: 8, compounds: 2 });
  const opened = await act('prefectureBureau', (tx, actor) =>
    openSeason(tx, actor, {
      year: 2020,
      selfDueOn: calendarDateOf('2020-07-20'),
      note: null,
      documentNo: null,
      fileId: null,
    }),
  );
  season = opened.id;
  for (const one of opened.cards) card[one.county.id === world.lufeng.id ? 'lufeng' : 'shuangbai'] = one.id;
});
afterAll(() => world.end());

describe('the papers of a card through its season', () => {
  let kept: Awaited<ReturnType<typeof selfScored>>;

  it('while it is open: the form with what the county would give itself, a report that says it is a draft', async () => {
    const { status, name, bytes } = await asked(annex.GET, card.lufeng);
    expect(status).toBe(200);
    expect(name).toContain('2020年禄丰市绩效评价表.docx');
    const lines = linesOf(bytes);
    expect(lines).toContain('①进行了老旧小区改造事前摸排的，得1分');
    expect(lines).toContain('县市：禄丰市　　年度：2020年');
    expect(linesOf((await asked(report.GET, card.lufeng)).bytes)).toContain('（尚未填写）');
    const files = unzipSync((await asked(pack.GET, card.lufeng)).bytes);
    expect(Object.keys(files)).not.toContain('冻结数据.json');
  });

  it('submitted: the report is told from the frozen facts and the county’s words', async () => {
    kept = await selfScored();
    const { status, name, bytes } = await asked(report.GET, card.lufeng);
    expect([status, name]).toEqual([
      200,
      expect.stringContaining('禄丰市关于2020年度城镇老旧小区改造绩效评价的自评报告.docx'),
    ]);
    const text = linesOf(bytes).join('\n');
    expect(text).toContain('楚雄州住房和城乡建设局：');
    expect(text).toContain('2020年度实施改造项目1个，涉及小区2个');
    expect(text).toContain('以上数据以信息系统2020年7月5日的记录为准');
    expect(text).toContain('自评说明：小区面貌明显改善。支撑材料：《改造前后对比照片》');
    expect(text).toContain('1．获省住建厅通报表扬，申报加分2.00分（支撑材料：《通报》）。');
    expect(text).toContain('受疫情影响，开工推迟。');
    expect(text).toContain('2020年7月5日');
    // every record speaks in sentences
    expect(text).not.toMatch(/score\.[a-z]/);
    const other = linesOf((await asked(report.GET, card.shuangbai, 'shuangbaiClerk')).bytes);
    expect(other.filter((line) => line === '县市自评没有填写。')).toHaveLength(2);
  });

  it('later data moves none of its papers', async () => {
    const before = await asked(report.GET, card.lufeng);
    await projectRow(world, { stage: 8, compounds: 1 });
    await clockAt(world.owner, '2020-07-06T10:00+08:00');
    expect(Buffer.compare(Buffer.from((await asked(report.GET, card.lufeng)).bytes), Buffer.from(before.bytes))).toBe(
      0,
    );
  });

  it('the package holds the proofs that stand and the facts with the hash that the card shows', async () => {
    const first = await asked(pack.GET, card.lufeng);
    expect([first.status, first.name]).toEqual([200, expect.stringContaining('2020年禄丰市绩效评价支撑材料.zip')]);
    const files = unzipSync(first.bytes);
    const picture = files['10.1 通过项目实施，大力改善小区整体面貌的/10.1-01 改造前后对比照片.jpg'];
    expect(
      createHash('sha256')
        .update(picture ?? '')
        .digest('hex'),
    ).toBe(kept.proof.sha256);
    expect(new TextDecoder().decode(files['加分事项/B-01 《通报》.pdf'])).toBe('通报表扬');
    const facts = new TextDecoder().decode(files['冻结数据.json']);
    expect(JSON.parse(facts)).toMatchObject({ county: { name: '禄丰市' }, year: 2020, today: '2020-07-05' });
    const { rows } = await world.owner.query<{ hash: string }>(
      'SELECT hash FROM score_snapshot WHERE scorecard_id = $1',
      [card.lufeng],
    );
    expect(new TextDecoder().decode(files['冻结数据校验码.txt']).split('\n')[0]).toBe(rows[0]?.hash);
    expect(Buffer.compare(Buffer.from((await asked(pack.GET, card.lufeng)).bytes), Buffer.from(first.bytes))).toBe(0);
  });

  it('what the review is writing is on no paper yet; completed, it stands beside the self score', async () => {
    const { lufeng } = card;
    const decided = { criterion: '10.1', points: 300, reason: '实地抽查，部分楼栋未整治' };
    await act('prefectureBureau', async (tx, actor) => decideCriterion(tx, actor, { id: lufeng, version: 0 }, decided));
    const during = await cellsOf((await asked(annexSheet.GET, lufeng, 'prefectureBureau', '?form=all')).bytes);
    expect(rowOf(during, '社会效益').slice(7)).toEqual([5]);
    for (const id of [lufeng, card.shuangbai]) {
      const rest = await versionOf('scorecard', id);
      await act('prefectureBureau', (tx, actor) => acceptRest(tx, actor, rest, '同意自评'));
    }
    const claim = { id: lufeng, part: kept.bonusId, version: 1 };
    await act('prefectureBureau', (tx, actor) => decideBonus(tx, actor, claim, { points: 100, reason: '按通报等次' }));
    for (const id of [lufeng, card.shuangbai]) {
      const whole = await versionOf('scorecard', id);
      await act('prefectureBureau', (tx, actor) => completeReview(tx, actor, whole));
    }
    const cells = await cellsOf((await asked(annexSheet.GET, lufeng, 'lufengClerk', '?form=all')).bytes);
    const [self, review, none] = rowOf(cells, '社会效益').slice(7) as (number | undefined)[];
    expect((self ?? 0) - (review ?? 0)).toBe(2);
    expect(none).toBeUndefined();
    expect(rowOf(cells, '加分事项')[6]).toBe('①获省住建厅通报表扬（申报2.00分，核定1.00分）');
    expect(rowOf(cells, '加分事项').slice(7, 9)).toEqual([2, 1]);
  });
});

describe('who', () => {
  it('another county’s papers are not there; the prefecture and the county’s leader read them', async () => {
    for (const handler of [annex.GET, annexSheet.GET, report.GET, pack.GET]) {
      expect((await asked(handler, card.lufeng, 'shuangbaiClerk')).status).toBe(404);
      expect((await asked(handler, card.lufeng, 'prefectureBureau')).status).toBe(200);
      expect((await asked(handler, card.lufeng, 'lufengCommunity')).status).toBe(403);
    }
  });
});

describe('审议表 and the end of the season', () => {
  it('all counties for the prefecture, the own one for a county; places are the prefecture’s to see first', async () => {
    const sheet = await asked(decision.GET, season, 'prefectureBureau');
    expect([sheet.status, sheet.name]).toEqual([
      200,
      expect.stringContaining('2020年度城镇老旧小区改造绩效评价审议表.xlsx'),
    ]);
    const cells = await cellsOf(sheet.bytes);
    const [, place, , self, review, deliberation, less, bonus] = rowOf(cells, '禄丰市');
    expect([place, less, bonus]).toEqual([1, '-3.00', 1]);
    expect(Number(self) - Number(review)).toBe(3);
    expect(deliberation).toBeUndefined();
    expect(rowOf(cells, '双柏县')[1]).toBe(2);
    expect(rowOf(cells, '禄丰市').at(-1)).toBe('2份');
    const own = await cellsOf((await asked(decision.GET, season, 'lufengClerk')).bytes);
    expect(rowOf(own, '双柏县')).toEqual([]);
    expect(rowOf(own, '禄丰市')[1]).toBeUndefined();
    expect(linesOf((await asked(decisionDocx.GET, season, 'prefectureBureau')).bytes)).toContain('双柏县');
  });

  it('final: number of the consent over the form, its places on the sheet, the veto by its name and document', async () => {
    const { rows } = await world.owner.query<{ ground: string; n: number }>(
      `SELECT ground, version AS n FROM score_veto WHERE scorecard_id = $1`,
      [card.lufeng],
    );
    expect(rows).toEqual([]);
    const veto = {
      ground: 'criticised',
      verdict: 'applies' as const,
      reason: '省级通报',
      documentNo: '云建通报〔2020〕2号',
      fileId: null,
    };
    const paper = await fileRow(world, 'prefectureBureau', { name: '通报.pdf' });
    await act('prefectureBureau', (tx, actor) =>
      decideVeto(tx, actor, { id: card.lufeng, version: 0 }, { ...veto, fileId: paper.id }),
    );
    await clockAt(world.owner, '2020-08-20T10:00+08:00');
    for (const id of [card.lufeng, card.shuangbai]) {
      const proposed = {
        ...veto,
        ground: 'targetMissed',
        verdict: 'doesNotApply' as const,
        reason: '没有下达目标',
        documentNo: null,
      };
      await act('prefectureBureau', (tx, actor) => decideVeto(tx, actor, { id, version: 0 }, proposed));
    }
    const now = await versionOf('score_season', season);
    await act('prefectureBureau', (tx, actor) => deliberate(tx, actor, now, { opinion: '同意复核意见。' }));
    const then = await versionOf('score_season', season);
    const consent = { documentNo: '楚政复〔2020〕33号', documentOn: calendarDateOf('2020-08-20'), fileId: null };
    await act('prefectureBureau', (tx, actor) => closeSeason(tx, actor, then, consent));

    const cells = await cellsOf((await asked(annexSheet.GET, card.lufeng, 'lufengClerk', '?form=all')).bytes);
    expect(cells.flat()).toContain('县市：禄丰市　　年度：2020年　　文号：楚政复〔2020〕33号');
    expect(rowOf(cells, '一票否决项')[4]).toBe('工作受到省级及以上通报批评（云建通报〔2020〕2号）');
    expect(rowOf(cells, '等次').slice(7)).toEqual([expect.any(String), '不合格', '不合格']);
    const sheet = await cellsOf((await asked(decision.GET, season, 'prefectureBureau')).bytes);
    expect([rowOf(sheet, '双柏县')[1], rowOf(sheet, '禄丰市')[1]]).toEqual([1, 2]);
    expect(rowOf(sheet, '禄丰市')[9]).toBe('工作受到省级及以上通报批评（云建通报〔2020〕2号）');
  });
});

describe('the page that prints the form', () => {
  const print = (as: Person, county: string, year?: number) =>
    withReader(world.actors[as], (reader) => annexToPrint(reader, world.actors[as], { county, year, form: 'printed' }));

  it('with the card of its year; without a season as the form is handed out; of another county not at all', async () => {
    const found = await print('lufengClerk', world.lufeng.id, 2020);
    expect(found).toMatchObject({ year: 2020, card: card.lufeng });
    expect(found?.table.head).toContain('文号：楚政复〔2020〕33号');
    expect(await print('lufengClerk', world.shuangbai.id, 2020)).toBeNull();
    expect(await print('lufengClerk', world.lufeng.id, 2035)).toBeNull();
    // a year that was set up, and whose season nobody opened
    await insert(world.owner, 'programme_year', {
      ...{ prefecture_id: world.prefectureId, year: 2021, rulebook_id: world.rulebookId },
      ...{
        start_by: '2021-02-28',
        complete_by: '2021-06-30',
        target_share: 100,
      },
    });
    const blank = await print('lufengClerk', world.lufeng.id, 2021);
    expect(blank).toMatchObject({ year: 2021, card: null });
    expect(blank?.table.head).toEqual(['县市：禄丰市', '年度：2021年']);
    expect(blank?.table.rows.flat().filter(({ figure, text }) => figure && text !== '')).toEqual([]);
  });
});
