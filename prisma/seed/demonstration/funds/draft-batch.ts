import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import { createBatch, suggestLines, writeLines } from '@/lib/server/funds/batches';
import type { Ground } from '../projects/told';
import { dateOf, yearAt } from '../projects/told';
import { told as answered } from '../votes/stage';
import type { Stage } from '../votes/types';

const DRAFT = { day: -2, total: 220_000_000n } as const;
const BUREAU = 'zhou.zjj1';

/** 资金下达 that the prefecture works on: divided by what the year's plan still lacks; the rest has no place yet. */
export async function tellDraftBatch(stage: Stage, ground: Ground): Promise<void> {
  const { tx } = stage;
  const { day, total } = DRAFT;
  const document = {
    ...{ year: ground.year(null).year, documentNo: `楚财建〔${yearAt({ ground }, day)}〕77号`, total },
    ...{ documentOn: dateOf({ ground }, day), source: 'central' as const, kind: '', earmark: 'general' },
    lines: [],
    title: '关于下达本年度第四批中央财政城镇保障性安居工程补助资金（老旧小区改造）的通知',
  };
  const batch = await stage.act(BUREAU, { day, time: '10:05' }, async (actor) =>
    answered(await createBatch(tx, actor, document)),
  );
  await stage.act(BUREAU, { day, time: '10:40' }, async (actor) => {
    const { items } = answered(await suggestLines(tx, actor, batch.id, {}));
    const lines = items.map(({ id, county, amount }) => ({
      ...{ countyId: county.id, projectId: id, reward: false, amount: parseHundredths(amount) ?? 0n },
    }));
    return answered(await writeLines(tx, actor, { id: batch.id, version: batch.version }, { lines }));
  });
}
