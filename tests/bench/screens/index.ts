import { chromium } from '@playwright/test';
import { ensureBrowser, LAUNCH_FLAGS } from '@/scripts/browser.mjs';
import { SERVER_ARGS } from '@/scripts/supervise.mjs';
import { startNode } from '../processes';
import type { Verdict } from '../types';
import { type BenchDatabase, placeOf, signedIn } from '../world';
import { pointsOf } from './lighthouse';
import { SCREENS } from './pages';
import type { Points, Screen, ScreenRow, Vitals } from './types';
import { vitalsOf } from './vitals';

const WIDTHS = [1440, 390];
/** Each is opened so often; the median counts, as one opening may meet the machine at something else. */
const TURNS = 3;
const KB = 1024;

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const judge = ({ largestPaint, interaction, shift, script }: Vitals): Verdict[] => [
  { goal: 'largest paint < 2.5 s', met: largestPaint < 2_500 },
  { goal: 'interaction < 200 ms', met: interaction < 200 },
  { goal: 'shift < 0.1', met: shift < 0.1 },
  { goal: 'script ≤ 300 KB', met: script <= 300 * KB },
];

const rowOf = (screen: Screen, width: number, turns: readonly (Vitals & { acts: number })[]): ScreenRow => {
  const of = (key: keyof Vitals) => median(turns.map((one) => one[key]));
  const vitals = {
    ...{ largestPaint: of('largestPaint'), interaction: of('interaction') },
    ...{ shift: of('shift'), script: of('script') },
  };
  return { says: screen.says, width, ...vitals, acts: turns[0]?.acts ?? 0, verdicts: judge(vitals) };
};

export interface Screens {
  rows: ScreenRow[];
  points: Points[];
}

/** The pages of pages.ts in a browser on a slowed processor, on the prefecture at scale 1; Lighthouse when it is asked for. */
export async function measureScreens(
  database: BenchDatabase,
  { lighthouse }: { lighthouse: boolean },
): Promise<Screens> {
  await database.growTo(1);
  const executablePath = await ensureBrowser();
  const product = await startNode(SERVER_ARGS, database.env);
  const cookies = await signedIn(product, SCREENS);
  const { rows: notices } = await database.db.query<{ id: string }>(
    `SELECT id FROM notice WHERE published_at IS NOT NULL AND ends_on >= anju_today() ORDER BY published_at DESC, id LIMIT 1`,
  );
  const seen = { place: await placeOf(database.db, 1), noticeId: notices[0]?.id ?? '' };
  const browser = await chromium.launch({ executablePath, args: LAUNCH_FLAGS });
  const measured: Screens = { rows: [], points: [] };
  try {
    for (const screen of SCREENS) {
      const at = { url: product.url, path: screen.at(seen), cookie: screen.as && cookies.get(screen.as) };
      for (const width of WIDTHS) {
        const turns: (Vitals & { acts: number })[] = [];
        for (let turn = 0; turn < TURNS; turn++) turns.push(await vitalsOf(browser, { ...at, width }));
        const row = rowOf(screen, width, turns);
        console.log(
          `  ${screen.name} × ${width}: ${row.largestPaint.toFixed(0)} ms, ${(row.script / KB).toFixed(0)} KB`,
        );
        measured.rows.push(row);
      }
      if (!lighthouse) continue;
      const points = await pointsOf({ ...at, browser: executablePath, url: at.url + at.path, says: screen.says });
      console.log(`  ${screen.name}: Lighthouse ${Object.values(points.points).join(' / ')}`);
      measured.points.push(points);
    }
  } finally {
    await browser.close();
    await product.stop();
  }
  return measured;
}
