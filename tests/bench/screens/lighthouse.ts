import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { LAUNCH_FLAGS } from '@/scripts/browser.mjs';
import { run } from '@/scripts/children.mjs';
import type { Points } from './types';

/** Not among the packages of the product: two hundred packages for a judge that is asked now and then. */
const LIGHTHOUSE = 'lighthouse@12.8.2';
const LEAST = 95;
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

/** Lighthouse as it comes: a phone, the processor slowed four times, the line of a slow mobile network. */
export async function pointsOf({ browser, url, says, cookie }: Asked): Promise<Points> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'anju-lighthouse-'));
  const [out, headers] = ['report.json', 'headers.json'].map((name) => path.join(folder, name)) as [string, string];
  try {
    await writeFile(headers, JSON.stringify(cookie ? { Cookie: cookie } : {}));
    const flags = `--chrome-flags=--headless=new ${LAUNCH_FLAGS.join(' ')}`;
    const args = [url, '--quiet', '--output=json', `--output-path=${out}`, `--extra-headers=${headers}`, flags];
    const only = `--only-categories=${CATEGORIES.join(',')}`;
    await run('npm', ['exec', '--yes', `--package=${LIGHTHOUSE}`, '--', 'lighthouse', ...args, only], {
      env: { ...process.env, CHROME_PATH: browser },
    });
    const report = JSON.parse(await readFile(out, 'utf8')) as Report;
    const points = Object.fromEntries(CATEGORIES.map((one) => [one, hundred(report.categories[one]?.score)]));
    const verdicts = Object.entries(points).map(([one, got]) => ({ goal: `${one} ≥ ${LEAST}`, met: got >= LEAST }));
    return { says, points, lost: lostIn(report), verdicts };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
