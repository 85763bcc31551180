import 'server-only';
import { inChinese } from '@/lib/domain/notices/paper';
import type { SpanTable } from '@/lib/domain/papers/span-table';
import type { OfficialPaper } from '@/lib/domain/papers/types';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { type AnnexForm, annexTable, NO_SCORES } from '@/lib/domain/scorecards/paper/annex';
import { decisionSheet } from '@/lib/domain/scorecards/paper/decision-sheet';
import { annexHeadOf, columnsOnPaper, decisionRowOf, type PaperCard } from '@/lib/domain/scorecards/paper/of-card';
import { selfReport } from '@/lib/domain/scorecards/paper/self-report';
import { isVetoed } from '@/lib/domain/scorecards/season/card';
import { ranksOf } from '@/lib/domain/scorecards/season/closing';
import { isLate } from '@/lib/domain/scorecards/season/overdue';
import { outcomesOf } from '@/lib/domain/scorecards/season/review';
import { hasReached } from '@/lib/domain/scorecards/season/types';
import { undecidedOf } from '@/lib/domain/scorecards/season/vetoes';
import { vetoRisks } from '@/lib/domain/scorecards/vetoes';
import { sayOnPaper } from './say';
import type { CardRecord } from './season/records';
import type { SeasonRow } from './season/season-rows';

/** Grounds that apply, where this person may see what was decided: the county once the review is completed. */
function vetoesOf({ parts, book, seen }: CardRecord): PaperCard['vetoes'] {
  if (!seen.review) return [];
  return parts.vetoes
    .filter(({ verdict }) => verdict === 'applies')
    .map(({ ground, documentNo }) => ({
      name: book.scorecard.vetoes.find(({ code }) => code === ground)?.name ?? ground,
      documentNo,
    }));
}

const paperCard = (record: CardRecord): PaperCard => ({
  county: record.row.county.name,
  ...{ status: record.row.status, seen: record.seen, columns: record.columns },
  bonus: record.card.bonus,
  vetoes: vetoesOf(record),
});

/** The same sheet is the same paper whenever it is made: of the consent, or of the deliberation; before, it is as of today and says so. */
const dayOfSheet = ({ final, deliberatedOn, today }: SeasonRow): string => final?.documentOn ?? deliberatedOn ?? today;

const consentOf = ({ final }: SeasonRow): string | null => final?.documentNo ?? null;

/** 评价表 of a card, with the scores that it has. */
export function annexOfCard(record: CardRecord, form: AnnexForm): SpanTable {
  const card = paperCard(record);
  const head = annexHeadOf(card, form, { year: record.season.year, documentNo: consentOf(record.season) });
  return annexTable(record.book, columnsOnPaper(card), head);
}

/** The form as it is handed out, where no season was opened yet. */
export const blankAnnex = (book: Rulebook, county: string, year: number, form: AnnexForm): SpanTable =>
  annexTable(book, NO_SCORES, { ...{ form, county, year, documentNo: null }, bonus: [], vetoes: [] });

/** A draft says that it is one; what was submitted without is told as it is. */
const unwritten = ({ row }: CardRecord): string => (row.status === 'open' ? '（尚未填写）' : '县市自评没有填写。');

/** 自评报告: from the facts as they were frozen; from today's, while it is a draft. null: the county did not submit one, and nobody writes it in its name. */
export function reportOfCard(record: CardRecord, prefecture: string): OfficialPaper | null {
  const { row, parts, facts, card, columns, book, seen } = record;
  if (!seen.self) return null;
  const standing = parts.proofs.filter(({ retired }) => retired === null);
  const titles = (is: (proof: (typeof standing)[number]) => boolean) => standing.filter(is).map(({ title }) => title);
  const claimed = parts.lines.filter((line) => line.stage === 'self' && line.replacedAt === null);
  const criteria = new Set(standing.flatMap(({ criterion }) => (criterion === null ? [] : [criterion])));
  return selfReport(
    { facts, sheet: card.sheet, book, columns },
    {
      summary: row.report.summary,
      problems: row.report.problems ?? unwritten(record),
      plans: row.report.nextSteps ?? unwritten(record),
      reasons: new Map(claimed.flatMap(({ criterion, reason }) => (reason ? [[criterion, reason] as const] : []))),
      proofs: new Map([...criteria].map((id) => [id, titles(({ criterion }) => criterion === id)])),
      bonus: card.bonus.map(({ id, title, claimed: points }) => ({
        ...{ title, points },
        proofs: titles(({ bonusId }) => bonusId === id),
      })),
    },
    {
      issuer: `${row.county.name}住房和城乡建设局`,
      addressee: `${prefecture}住房和城乡建设局`,
      ...{ documentNo: null, date: facts.today },
    },
    sayOnPaper,
  );
}

/** Places as they were fixed at the end of the season; before, for who sees all counties, as they would be if nothing changed any more. */
function ranks(records: readonly CardRecord[], whole: boolean): Map<string, number> {
  const fixed = records.flatMap(({ row }) => (row.result ? [[row.id, row.result.rank] as const] : []));
  if (fixed.length > 0) return new Map(fixed);
  const reviewed = whole ? records.filter(({ row }) => hasReached(row.status, 'reviewed')) : [];
  return ranksOf(
    reviewed.map(({ row, columns, card }) => ({
      id: row.id,
      total: columns.deliberation.total,
      vetoed: isVetoed(card),
    })),
  );
}

interface Sheet {
  season: SeasonRow;
  prefecture: string;
  /** all counties of the prefecture are among the records */
  whole: boolean;
}

/** 审议表 of a season: the counties that this person sees, by place. */
export function decisionOfSeason({ season, prefecture, whole }: Sheet, records: readonly CardRecord[]): SpanTable {
  const places = ranks(records, whole);
  const rows = records.map((record) => {
    const { row, card, parts, facts, book, seen } = record;
    const by = (status: string) => parts.disputes.filter((one) => one.status === status).length;
    return decisionRowOf(paperCard(record), {
      rank: places.get(row.id) ?? null,
      ...{ late: isLate({ ...season, submitted: row.submitted }), takenIn: !seen.self },
      disagreements: seen.review ? outcomesOf(card).filter(([, { kind }]) => kind === 'split').length : 0,
      disputes: { open: by('open'), upheld: by('upheld'), dismissed: by('dismissed') },
      siteChecks: parts.siteChecks,
      undecided: seen.review ? undecidedOf(vetoRisks(facts, book), card.vetoes).map(({ name }) => name) : [],
      proofs: parts.proofs.filter(({ retired }) => retired === null).length,
    });
  });
  return decisionSheet(
    {
      title: `${prefecture}${season.year}年度城镇老旧小区改造绩效评价审议表`,
      ...{ year: season.year, documentNo: consentOf(season), date: inChinese(dayOfSheet(season)) },
    },
    rows.sort((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER)),
  );
}
