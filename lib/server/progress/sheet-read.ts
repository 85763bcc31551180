import 'server-only';
import { createHash } from 'node:crypto';
import { formatMoney } from '@/lib/domain/kernel/money';
import { reportDifferences } from '@/lib/domain/progress/differences';
import type { ReportMonth } from '@/lib/domain/progress/report-month';
import { MONTH_SHEETS } from '@/lib/domain/progress/sheet';
import type { MonthSheetAnswer } from '@/lib/domain/progress/sheet-answers';
import { type MonthChange, readMonthSheets } from '@/lib/domain/progress/sheet-read';
import { placeKey } from '@/lib/domain/projects/completions';
import type { GridRow } from '@/lib/domain/votes/sheet';
import { readable } from '@/lib/format/reason';
import type { Locale } from '@/lib/i18n/config';
import { sentences } from '@/lib/i18n/sentences';
import type { Actor } from '@/lib/server/actor';
import { type Answer, done, refused } from '@/lib/server/answer';
import { withReader } from '@/lib/server/db/with-reader';
import { gridsOf, type SentSheet } from '@/lib/server/workbooks/sent-sheet';
import { sheetProjects } from './sheet-facts';

/** The biggest county has some hundred projects of some hundred items. */
const MOST_ROWS = 20_000;

const yuanOf = (fen: string | null): string | null => fen && formatMoney(BigInt(fen));

function changeView({ project, edit, content }: MonthChange): MonthSheetAnswer['projects'][number] {
  const { investment, people, problems, items } = edit;
  const names = new Map(project.planned.map((work) => [placeKey(work), work]));
  const before = new Map(project.content.items.map((one) => [placeKey(one), one.percent]));
  return {
    ...{ id: project.id, code: project.code, name: project.name },
    fields: reportDifferences(project.content, content).fields.map((one) =>
      one.field === 'investment' ? { ...one, before: yuanOf(one.before), after: yuanOf(one.after) } : one,
    ),
    items: items.map((one) => {
      const work = names.get(placeKey(one));
      const name = [work?.compound, work?.building, work?.itemName].filter(Boolean).join(' ');
      return { name, before: before.get(placeKey(one)) ?? 0, after: one.percent, backReason: one.backReason };
    }),
    report: {
      ...{ project: project.id, version: project.version },
      ...(investment === undefined ? {} : { investment: formatMoney(investment) }),
      ...(people === undefined ? {} : { people }),
      ...(problems === undefined ? {} : { problems }),
      items: [...items],
    },
  };
}

/** What a filled workbook holds and would change; writes nothing. */
export async function readMonthWorkbook(
  actor: Actor,
  month: ReportMonth,
  sent: SentSheet,
  locale: Locale,
): Promise<Answer<MonthSheetAnswer>> {
  const sheets = new Map<string, GridRow[]>();
  for (const grid of await gridsOf(sent, MONTH_SHEETS, MOST_ROWS)) {
    if (grid.type === 'refused') return refused([grid.reason]);
    sheets.set(grid.sheet, grid.rows);
  }
  const projects = await withReader(actor, (reader) => sheetProjects(reader, actor, month));
  const { changes, same, findings } = readMonthSheets(sheets, projects);
  const sentence = await sentences(locale);
  const versions = changes.map(({ project }) => `${project.id} ${project.version}`).join(' ');
  return done({
    key: createHash('sha256').update(`${month} ${sent.sha256} ${versions}`).digest('hex').slice(0, 40),
    fileName: sent.fileName,
    errors: findings.filter(({ level }) => level === 'error').length,
    same,
    projects: changes.map(changeView),
    findings: findings.map((finding) => ({
      ...finding,
      message: sentence(`reasons.${finding.code}`, readable(finding.params)),
    })),
  });
}
