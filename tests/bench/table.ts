import { cost, ratio } from './arithmetic';
import { judge } from './goals';
import type { Machine } from './machine';
import type { Screens } from './screens';
import type { ScreenRow } from './screens/types';
import type { Figures, Row, Verdict, WorkRow } from './types';

const number = (value: number | null, digits: number) => (value === null ? '–' : value.toFixed(digits));
/** Three figures that mean something, whatever the size. */
const plain = (value: number | null) =>
  value === null ? '–' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

const HEAD = [
  'case',
  'scale',
  'connections',
  'requests/s',
  'p50 ms',
  'p99 ms',
  'CPU app ms',
  'CPU db ms',
  '× bare Next',
  '× bare http',
  'goal',
  'met',
];

const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;

const measured = (figures: Figures) => [
  plain(figures.perSecond),
  plain(figures.p50),
  plain(figures.p99),
  number(figures.cpuApp, 2),
  number(figures.cpuDb, 2),
];

/** The goals in words, and whether they were met. */
function judged(verdicts: readonly Verdict[]): [string, string] {
  const missed = verdicts.filter(({ met }) => !met).map(({ goal }) => goal);
  if (verdicts.length === 0) return ['–', '–'];
  return [verdicts.map(({ goal }) => goal).join('; '), missed.length === 0 ? 'yes' : `**no**: ${missed.join('; ')}`];
}

function cells(row: Row, rows: readonly Row[]) {
  return [
    row.says,
    row.scale,
    row.connections,
    ...measured(row.product),
    plain(ratio(row.product, row.next)),
    plain(ratio(row.product, row.bare)),
    ...judged(judge(row, rows)),
  ];
}

const table = (head: readonly string[], body: readonly (readonly (string | number)[])[]) =>
  [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');

/** The yardsticks themselves, so that a ratio can be read for what it is. */
const yardsticks = (rows: readonly Row[]) =>
  rows.flatMap((row) =>
    [['bare Next', row.next] as const, ['bare http', row.bare] as const].flatMap(([name, figures]) =>
      figures ? [[row.says, row.scale, row.connections, name, ...measured(figures)]] : [],
    ),
  );

/** How fast the machine is on which the goals in milliseconds and per second were set (the issue's words). */
const THERE = { emptyMs: 0.6, listsPerSecond: 6_000 };

/** What the same yardsticks cost here: goals in absolute figures are met by a product and a machine together. */
function hereAndThere(rows: readonly Row[]): string {
  const busy = rows.filter(({ connections }) => connections > 1);
  const empty = busy.find(({ name }) => name === 'health-live')?.next?.cpuApp;
  const lists = busy.find(({ name }) => name === 'compounds-list')?.bare?.perSecond;
  const said = [
    ...(empty ? [`an empty Next route costs ${empty.toFixed(2)} ms (${THERE.emptyMs} there)`] : []),
    ...(lists ? [`the bare http server answers ${lists.toFixed(0)} lists/s (${THERE.listsPerSecond} there)`] : []),
  ];
  return said.length === 0
    ? ''
    : `\nGoals in ms and per second were set on a faster machine. Here ${said.join(', and ')}.\n`;
}

const WORK_HEAD = ['work', 'seconds', 'bare s', '× bare', 'peak MiB', 'loop held ms', 'goal', 'met'];

const workCells = ({ says, seconds, bare, peakMiB, heldMs, verdicts }: WorkRow) => [
  says,
  plain(seconds),
  plain(bare),
  plain(seconds / bare),
  number(peakMiB, 0),
  number(heldMs, 0),
  ...judged(verdicts),
];

const worksTable = (works: readonly WorkRow[]) =>
  works.length === 0 ? '' : `\n## Works\n\n${table(WORK_HEAD, works.map(workCells))}\n`;

const SCREEN_HEAD = [
  'page',
  'width',
  'largest paint ms',
  'interaction ms',
  'of acts',
  'shift',
  'script KB',
  'goal',
  'met',
];

const screenCells = (row: ScreenRow) => [
  ...[row.says, row.width, number(row.largestPaint, 0), number(row.interaction, 0), row.acts, number(row.shift, 3)],
  ...[number(row.script / 1024, 0), ...judged(row.verdicts)],
];

/** The pages in a browser, and what Lighthouse gives them. */
export function screensReport({ rows, points }: Screens, machine: Machine): string {
  const [first] = points;
  const judges = first ? Object.keys(first.points) : [];
  const head = ['page', ...judges, 'performance of all turns', 'lost on', 'goal', 'met'];
  const given = points.map((one) => [
    ...[
      one.says,
      ...Object.values(one.points),
      one.turns.join(' '),
      one.lost.join('; ') || '–',
      ...judged(one.verdicts),
    ],
  ]);
  const lighthouse = first ? `\n\n## Lighthouse\n\n${table(head, given)}\n` : '\n';
  return `# Pages in a browser, processor slowed four times, ${machine.date}

${machine.says}

${table(SCREEN_HEAD, rows.map(screenCells))}${lighthouse}`;
}

interface Besides {
  works?: readonly WorkRow[];
  /** what was answered wrongly, and so not measured */
  wrong?: readonly string[];
}

const wrongList = (wrong: readonly string[]) =>
  wrong.length === 0 ? '' : `\n## Not measured: wrong answers\n\n${wrong.map((one) => `- ${one}`).join('\n')}\n`;

export function report(rows: readonly Row[], machine: Machine, { works = [], wrong = [] }: Besides = {}): string {
  const growth = rows.some((row) => cost(row.product) === null)
    ? '\nProcessor time is read from /proc, which this system does not have: those columns are empty and their goals unjudged.\n'
    : '';
  return `# Bench, ${machine.date}

${machine.says}
${growth}
${table(
  HEAD,
  rows.map((row) => cells(row, rows)),
)}

CPU: processor time of one request in the application's process and in all processes of PostgreSQL. Ratios are of requests per second in this same run.
${hereAndThere(rows)}
## Yardsticks

${table(['case', 'scale', 'connections', 'yardstick', ...HEAD.slice(3, 8)], yardsticks(rows))}
${worksTable(works)}${wrongList(wrong)}`;
}
