import 'server-only';
import type {
  BookedView,
  CandidateView,
  HintView,
  ImportChoice,
  ImportLineView,
  LineState,
  StatementLine,
  StatementView,
  TargetView,
} from '@/lib/domain/funds/imports/answers';
import { hintsOf, takenBackIn, takesBack } from '@/lib/domain/funds/imports/hints';
import { type Candidate, type LineMatch, type MatchFacts, matchLines } from '@/lib/domain/funds/imports/matching';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { formatMoney } from '@/lib/domain/kernel/money';
import type { SheetFinding } from '@/lib/domain/votes/sheet';
import type { Locale } from '@/lib/i18n/config';
import { sentences } from '@/lib/i18n/sentences';
import type { Actor } from '@/lib/server/actor';
import { instant } from '@/lib/server/compounds/sql';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { companyName, yuan } from '@/lib/server/projects/rows';
import { ASKED_OF_CONTRACT } from '../facts';
import { matchFacts, poolsOf } from './facts';
import { bookedLinks } from './links';
import { linesOf, type StoredLine, statementScope, targetsOf } from './statement';

const UNDECIDED = Prisma.sql`l.decision IS NULL AND NOT EXISTS (SELECT 1 FROM bank_line k WHERE k.county_id = l.county_id AND k.fingerprint = l.fingerprint AND k.applied AND k.statement_id <> l.statement_id)`;
const LINE = Prisma.sql`'id', s.id, 'kind', s.kind, 'status', s.status, 'fileName', s.file_name, 'account', s.account, 'periodFrom', s.period_from, 'periodTo', s.period_to,
  'lines', (SELECT count(*) FROM bank_line l WHERE l.statement_id = s.id), 'undecided', (SELECT count(*) FROM bank_line l WHERE l.statement_id = s.id AND ${UNDECIDED}),
  'errors', s.errors, 'createdAt', ${instant('s.created_at')}, 'createdBy', coalesce(anju_name_of(s.created_by), '—'), 'decidedAt', ${instant('s.decided_at')}, 'decidedBy', anju_name_of(s.decided_by)`;

export async function statements(
  reader: Reader,
  actor: Actor,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ items: StatementLine[]; total: number }> {
  const [rows, [counted]] = await Promise.all([
    reader.$queryRaw<{ doc: StatementLine }[]>`
      SELECT json_build_object(${LINE}) AS doc FROM bank_statement s WHERE ${statementScope(actor)} ORDER BY s.created_at DESC, s.id LIMIT ${limit} OFFSET ${offset}`,
    reader.$queryRaw<
      { total: number }[]
    >`SELECT count(*)::int AS total FROM bank_statement s WHERE ${statementScope(actor)}`,
  ]);
  return { items: rows.map(({ doc }) => doc), total: counted?.total ?? 0 };
}

type Head = Omit<StatementView, 'rows' | 'findings' | 'free'> & { countyId: string; findings: SheetFinding[] };

async function headOf(reader: Reader, actor: Actor, id: string): Promise<Head | null> {
  const [row] = await reader.$queryRaw<{ doc: Head }[]>`
    SELECT json_build_object(${LINE}, 'countyId', s.county_id, 'sheet', s.sheet, 'version', s.version, 'opening', ${yuan('s.opening')}, 'closing', ${yuan('s.closing')},
      'sumIn', ${yuan('s.sum_in')}, 'sumOut', ${yuan('s.sum_out')}, 'findings', s.findings) AS doc
    FROM bank_statement s WHERE s.id = ${id}::uuid AND ${statementScope(actor)}`;
  return row?.doc ?? null;
}

class Words {
  private readonly booked;
  private readonly expected;
  private readonly payable;

  constructor(
    facts: MatchFacts,
    private readonly projects: ReadonlyMap<string, string>,
  ) {
    this.booked = new Map(facts.booked.map((one) => [one.id, one] as const));
    this.expected = facts.expected;
    this.payable = new Map(facts.payable.map((one) => [one.contractId, one] as const));
  }

  private target({ target }: Candidate): TargetView {
    if (target.type === 'receipt') {
      const { type, projectId, source, kind, earmark } = target;
      const one = this.expected.find(
        (pot) => pot.projectId === projectId && pot.source === source && pot.kind === kind && pot.earmark === earmark,
      );
      const outstanding = formatMoney(one?.outstanding ?? 0n);
      return { type, projectId, source, kind, earmark, project: one?.projectName ?? '—', outstanding };
    }
    if (target.type === 'payment') {
      const one = this.payable.get(target.contractId);
      return {
        ...target,
        ...{ project: this.projects.get(target.projectId) ?? '—', contractNo: one?.contractNo ?? '—' },
        ...{ company: one?.company ?? '—', left: formatMoney(one?.left ?? 0n) },
      };
    }
    const one = this.booked.get(target.id);
    const { voucherNo = '—', day = '', counterparty = null, project = null, amount = 0n } = one ?? {};
    return { ...target, voucherNo, day, counterparty, project, amount: formatMoney(amount) };
  }

  of = (one: Candidate): CandidateView => ({ target: this.target(one), score: one.score, because: one.because });
}

const NO_MATCH: LineMatch = { state: 'none', chosen: null, candidates: [] };
const stateOf = ({ known, decision }: StoredLine, match: LineMatch): LineState =>
  known ? 'known' : decision ? 'decided' : match.state;

interface Known {
  projects: ReadonlyMap<string, string>;
  contracts: ReadonlyMap<string, string>;
  booked: ReadonlyMap<string, BookedView>;
}

const itemsTold = (items: StoredLine['items']) =>
  items?.map(({ item, amount }) => ({ item, amount: formatMoney(amount) })) ?? null;

function decisionOf(line: StoredLine, { projects, contracts, booked }: Known) {
  const { decision, entryId, orderId, projectId, source, kind, earmark, contractId, items, voucherNo } = line;
  const { note, parts, reversed } = line;
  const bookedAs = (one: { entryId: string | null; orderId: string | null }) =>
    booked.get(one.entryId ?? one.orderId ?? '') ?? null;
  if (!decision) return null;
  return {
    ...{ decision, entryId, orderId, projectId, source, kind, earmark, contractId, voucherNo, reason: note, reversed },
    booked: bookedAs(line),
    project: projectId && (projects.get(projectId) ?? '—'),
    contractNo: contractId && (contracts.get(contractId) ?? '—'),
    items: itemsTold(items),
    parts:
      parts?.map(({ amount, note: why, ...part }) => ({
        ...part,
        amount: formatMoney(amount),
        items: itemsTold(part.items),
        project: part.projectId && (projects.get(part.projectId) ?? '—'),
        contractNo: part.contractId && (contracts.get(part.contractId) ?? '—'),
        reason: why,
        booked: bookedAs(part),
      })) ?? null,
  };
}

const hintsFor = (...of: Parameters<typeof hintsOf>): HintView[] =>
  hintsOf(...of).map((one) => (one.code === 'pool' ? { ...one, there: formatMoney(one.there) } : one));

/** Only what is still to be decided is matched, against the books as they are now: nothing of it is kept. */
async function matchesOf(reader: Reader, head: Head, lines: readonly StoredLine[]) {
  const open = lines.filter(({ known, decision }) => !known && !decision);
  const isOpen = head.status === 'draft' && head.kind === 'bank' && open.length > 0;
  const none: MatchFacts = { booked: [], expected: [], payable: [], fiscal: new Set() };
  if (!isOpen) return { facts: none, matches: new Map<string, LineMatch>(), pools: [] };
  const period = { from: head.periodFrom as CalendarDate, to: head.periodTo as CalendarDate };
  const [all, pools] = await Promise.all([matchFacts(reader, head.countyId, period), poolsOf(reader, head.countyId)]);
  const used = new Set(lines.flatMap(targetsOf));
  const facts = { ...all, booked: all.booked.filter(({ id }) => !used.has(id)), takenBack: takenBackIn(lines) };
  return { facts, matches: matchLines(open, facts), pools };
}

export async function statementView(
  reader: Reader,
  actor: Actor,
  id: string,
  locale: Locale,
): Promise<StatementView | null> {
  const head = await headOf(reader, actor, id);
  if (!head) return null;
  const lines = await linesOf(reader, id);
  const backs = lines.filter(takesBack);
  const { facts, matches, pools } = await matchesOf(reader, head, lines);
  const names = await reader.$queryRaw<{ id: string; name: string; contracts: Record<string, string> }[]>`
    SELECT p.id, p.name, coalesce((SELECT json_object_agg(k.id, k.no) FROM contract k WHERE k.project_id = p.id), '{}') AS contracts FROM project p WHERE p.county_id = ${head.countyId}::uuid`;
  const projects = new Map(names.map((one) => [one.id, one.name] as const));
  const contracts = new Map(names.flatMap((one) => Object.entries(one.contracts)));
  const known = { projects, contracts, booked: await bookedLinks(reader, head.countyId, lines) };
  const words = new Words(facts, projects);
  const sentence = await sentences(locale);
  const { countyId: _, ...told } = head;
  return {
    ...told,
    free: facts.booked.map(({ amount, reverses: _, ...one }) => ({ ...one, amount: formatMoney(amount) })),
    findings: head.findings.map((one) => ({ ...one, message: sentence(`reasons.${one.code}`, one.params) })),
    rows: lines.map((line): ImportLineView => {
      const match = matches.get(line.id) ?? NO_MATCH;
      const { amount, balance, rowNo, day, counterparty, counterAccount, remark, serialNo } = line;
      return {
        ...{ id: line.id, rowNo, day, counterparty, counterAccount, remark, serialNo, known: line.known },
        ...{ amount: formatMoney(amount), balance: balance === null ? null : formatMoney(balance) },
        state: stateOf(line, match),
        match: {
          state: match.state,
          chosen: match.chosen && words.of(match.chosen),
          candidates: match.candidates.map(words.of),
        },
        hints:
          stateOf(line, match) === 'none' || match.state === 'unsure'
            ? hintsFor(line, takesBack(line) ? lines : backs, { pools, fiscal: facts.fiscal })
            : [],
        decision: decisionOf(line, known),
      };
    }),
  };
}

/** The county's projects with what they expect, hold, owe and do: what a clerk chooses from. */
export async function importChoices(reader: Reader, actor: Actor): Promise<ImportChoice[]> {
  const rows = await reader.$queryRaw<{ doc: ImportChoice }[]>`
    SELECT json_build_object('id', p.id, 'code', p.code, 'name', p.name,
      'pots', coalesce((SELECT json_agg(json_build_object('source', a.source, 'kind', a.fund_kind, 'earmark', a.earmark, 'outstanding', ${yuan('a.outstanding')}, 'cash', ${yuan('a.cash')})
        ORDER BY a.source, a.fund_kind, a.earmark) FROM (SELECT source, fund_kind, earmark, coalesce(sum(balance) FILTER (WHERE class = 'receivable'), 0) AS outstanding,
          coalesce(sum(balance) FILTER (WHERE class = 'cash'), 0) AS cash FROM ledger_account WHERE project_id = p.id GROUP BY 1, 2, 3) a WHERE a.outstanding > 0 OR a.cash > 0), '[]'),
      'contracts', coalesce((SELECT json_agg(json_build_object('id', k.id, 'no', k.no, 'company', ${companyName('k.company_id')}, 'left', ${yuan('(k.amount - coalesce(c.paid, 0) - asked.sum)')}) ORDER BY k.no)
        FROM contract k LEFT JOIN company o ON o.id = k.company_id LEFT JOIN contract_paid c ON c.contract_id = k.id ${ASKED_OF_CONTRACT}
        WHERE k.project_id = p.id AND k.status = 'active'), '[]'),
      'items', coalesce((SELECT json_agg(DISTINCT i.item) FROM (SELECT DISTINCT ON (v.compound_id) v.id FROM project_compound m JOIN compound_plan v ON v.compound_id = m.compound_id
        WHERE m.project_id = p.id AND m.live ORDER BY v.compound_id, (v.status = 'final') DESC, v.no DESC) v JOIN plan_item i ON i.plan_id = v.id WHERE i.answer = 'todo'), '[]')) AS doc
    FROM project p WHERE p.county_id = ANY(${[...actor.counties]}::uuid[]) AND p.status <> 'withdrawn' ORDER BY p.code`;
  return rows.map(({ doc }) => doc);
}
