import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { LAUNCH_FLAGS } from '@/scripts/browser.mjs';
import { run } from '@/scripts/children.mjs';
import type { Points } from './types';

/** Not among the packages of the product: two hundred packages for a judge that is asked now and then. */
const LIGHTHOUSE = 'lighthouse@12.8.2';
const LEAST = 95;
/** The points of one turn tell as much of what else the machine did: the middle one counts. */
const TURNS = 5;
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;

interface Audit {
  id: string;
  title: string;
  score: number | null;
  scoreDisplayMode: string;
}
interface Report {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, Audit>;
}

const hundred = (score: number | null | undefined) => Math.round((score ?? 0) * 100);

const scoreOf = ({ categories }: Report, one: (typeof CATEGORIES)[number]) => hundred(categories[one]?.score);

/** Audits that weigh in a category and did not get all. */
const lostIn = ({ categories, audits }: Report) =>
  CATEGORIES.flatMap((category) =>
    (categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
      const audit = audits[id];
      const isLess = weight > 0 && audit && audit.score !== null && audit.score < 0.9;
      return isLess ? [`${category}: ${audit.title} (${hundred(audit.score)})`] : [];
    }),
  );

interface Asked {
  browser: string;
  url: string;
  says: string;
  cookie?: string;
}

/** One judgement, or null where the browser recorded none (NO_NAVSTART, now and then on two processors). */
async function judged(args: string[], out: string, browser: string): Promise<Report | null> {
  await rm(out, { force: true });
  await run('npm', ['exec', '--yes', `--package=${LIGHTHOUSE}`, '--', 'lighthouse', ...args], {
    env: { ...process.env, CHROME_PATH: browser },
  }).catch(() => {});
  const report = await readFile(out, 'utf8').then(JSON.parse, () => null);
  return report?.runtimeError ? null : report;
}

/** Lighthouse as it comes: a phone, the processor slowed four times, the line of a slow mobile network. */
export async function pointsOf({ browser, url, says, cookie }: Asked): Promise<Points> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'anju-lighthouse-'));
  const [out, headers] = ['report.json', 'headers.json'].map((name) => path.join(folder, name)) as [string, string];
  const reports: Report[] = [];
  try {
    await writeFile(headers, JSON.stringify(cookie ? { Cookie: cookie } : {}));
    const flags = `--chrome-flags=--headless=new ${LAUNCH_FLAGS.join(' ')}`;
    const args = [url, '--quiet', '--output=json', `--output-path=${out}`, `--extra-headers=${headers}`, flags];
    args.push(`--only-categories=${CATEGORIES.join(',')}`);
    for (let turn = 0; turn < 2 * TURNS && reports.length < TURNS; turn++) {
      const report = await judged(args, out, browser);
      if (report) reports.push(report);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const inOrder = reports.toSorted((a, b) => scoreOf(a, 'performance') - scoreOf(b, 'performance'));
  const middle = inOrder[inOrder.length >> 1];
  if (!middle) throw new Error(`Lighthouse could not be run on ${url}: it is fetched from the registry of npm`);
  const points = Object.fromEntries(CATEGORIES.map((one) => [one, scoreOf(middle, one)]));
  const verdicts = Object.entries(points).map(([one, got]) => ({ goal: `${one} ≥ ${LEAST}`, met: got >= LEAST }));
  return { says, points, lost: lostIn(middle), verdicts, turns: inOrder.map((one) => scoreOf(one, 'performance')) };
}
