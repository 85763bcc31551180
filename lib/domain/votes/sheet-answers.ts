import type { TallyView, VerdictView } from './answers';
import type { BallotInput } from './schema';
import type { Difference, RowState, SheetFinding } from './sheet';
import type { SheetField } from './sheet-columns';
import type { Channel, Choice } from './types';

/** What POST /rounds/{id}/ballots/sheet says of a sheet: nothing of it is written yet. */
export interface SheetRowView {
  rowNo: number;
  state: RowState;
  householdId: string | null;
  /** the dwelling as the roll calls it; as the row does where it was not found */
  where: string;
  input: BallotInput | null;
  proxyName: string | null;
  remarks: string | null;
  theirs: {
    ballotId: string;
    choice: Choice;
    channel: Channel;
    collector: string;
    collectedOn: string;
    recordedBy: string;
    recordedAt: string;
  } | null;
  differences: Difference[];
}

export interface SheetFindingView extends SheetFinding {
  message: string;
}

export interface SheetAnswer {
  /** the same file (or the same pasted cells) of this round has the same */
  key: string;
  fileName: string;
  sheet: string;
  columns: { field: SheetField; column: string }[];
  counts: Record<RowState | 'blank', number>;
  errors: number;
  warnings: number;
  rows: SheetRowView[];
  findings: SheetFindingView[];
  before: TallyView;
  /** with all new rows recorded */
  after: { tally: TallyView; verdicts: VerdictView[] };
}
