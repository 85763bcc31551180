import type { FundingSource } from '../../rulebook/schema-funding';
import type { SheetFinding } from '../../votes/sheet';
import type { OrderState } from '../types';
import type { FundSheetKind } from './columns';
import type { LineHint } from './hints';
import type { Because, LineMatch } from './matching';
import type { LineDecision, LinePart, StatementState } from './types';

/** Sums are yuan with two places, as text. */
export interface StatementLine {
  id: string;
  kind: FundSheetKind;
  status: StatementState;
  fileName: string;
  account: string | null;
  periodFrom: string | null;
  periodTo: string | null;
  lines: number;
  undecided: number;
  errors: number;
  createdAt: string;
  createdBy: string;
  decidedAt: string | null;
  decidedBy: string | null;
}

interface PotView {
  source: FundingSource;
  kind: string;
  earmark: string;
}

/** What a candidate is, in the words that a person knows it by. */
export type TargetView =
  | {
      type: 'entry' | 'order';
      id: string;
      voucherNo: string;
      day: string;
      counterparty: string | null;
      project: string | null;
      amount: string;
    }
  | ({ type: 'receipt'; projectId: string; project: string; outstanding: string } & PotView)
  | {
      type: 'payment';
      projectId: string;
      project: string;
      contractId: string;
      contractNo: string;
      company: string;
      left: string;
    };

export interface CandidateView {
  target: TargetView;
  score: number;
  because: Because[];
}

/** Where a line stands: 未匹配, 待确认, 待选择, 已确定, 重复 */
export type LineState = 'none' | 'found' | 'unsure' | 'decided' | 'known';

/** What a line, or a part of it, is in the books: its entry, or the request that is not paid. */
export interface BookedView {
  type: 'entry' | 'order';
  id: string;
  voucherNo: string;
  day: string;
  /** of a request */
  status: OrderState | null;
}

/** A part of a line that is split, in the words that a person knows it by. */
export interface PartView extends Omit<LinePart, 'amount' | 'items' | 'note'> {
  amount: string;
  items: { item: string; amount: string }[] | null;
  project: string | null;
  contractNo: string | null;
  reason: string | null;
  booked: BookedView | null;
}

export type HintView =
  | Exclude<LineHint, { code: 'pool' }>
  | (Omit<Extract<LineHint, { code: 'pool' }>, 'there'> & { there: string });

export interface ImportLineView {
  id: string;
  rowNo: number;
  day: string;
  /** signed */
  amount: string;
  balance: string | null;
  counterparty: string | null;
  counterAccount: string | null;
  remark: string | null;
  serialNo: string | null;
  state: LineState;
  match: { state: LineMatch['state']; chosen: CandidateView | null; candidates: CandidateView[] };
  /** what a person is told where nothing stands out */
  hints: HintView[];
  decision:
    | null
    | ({
        decision: LineDecision;
        entryId: string | null;
        orderId: string | null;
        projectId: string | null;
        project: string | null;
      } & {
        source: FundingSource | null;
        kind: string;
        earmark: string;
        contractId: string | null;
        contractNo: string | null;
        items: { item: string; amount: string }[] | null;
        voucherNo: string | null;
        reason: string | null;
        parts: PartView[] | null;
        /** of a line that is not split */
        booked: BookedView | null;
        /** what it became in the books was taken back afterwards */
        reversed: { id: string; voucherNo: string; day: string } | null;
      });
  known: { statementId: string; fileName: string; rowNo: number } | null;
}

export interface StatementView extends StatementLine {
  sheet: string;
  version: number;
  opening: string | null;
  closing: string | null;
  sumIn: string;
  sumOut: string;
  findings: (SheetFinding & { message: string })[];
  rows: ImportLineView[];
  /** entries and requests of these days that no line stands beside: what a line may be split over */
  free: FreeView[];
}

export interface FreeView {
  type: 'entry' | 'order';
  id: string;
  direction: 'in' | 'out';
  voucherNo: string;
  day: string;
  amount: string;
  counterparty: string | null;
  project: string | null;
}

/** What a clerk may choose for a line: the county's projects with what they expect, hold, owe and do. */
export interface ImportChoice {
  id: string;
  code: string;
  name: string;
  pots: (PotView & { outstanding: string; cash: string })[];
  contracts: { id: string; no: string; company: string; left: string }[];
  items: string[];
}
