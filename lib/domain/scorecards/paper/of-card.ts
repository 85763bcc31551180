import { circled } from '../../papers/numbering';
import type { Columns } from '../columns';
import type { Seen } from '../season/seen';
import type { CardState } from '../season/types';
import { hasReached } from '../season/types';
import type { Points } from '../sheet';
import type { AnnexColumns, AnnexForm, AnnexHead } from './annex';
import type { DecisionRow } from './decision-sheet';
import { pointsText } from './words';

/** A card as its papers look at it: everything as far as the reader may see it. */
export interface PaperCard {
  county: string;
  status: CardState;
  seen: Seen;
  columns: Columns;
  /** entries that stand; null: not decided, or not to be seen yet */
  bonus: readonly { title: string; claimed: Points; approved: Points | null }[];
  /** grounds that were found to apply */
  vetoes: readonly { name: string; documentNo: string | null }[];
}

/** A paper shows what a stage came to, not what it is still writing: 复核分 once the review is completed, 审议分 once it was held. */
export const columnsOnPaper = ({ columns, status, seen }: PaperCard): AnnexColumns => ({
  self: seen.self ? columns.self : null,
  review: seen.review && hasReached(status, 'reviewed') ? columns.review : null,
  deliberation: seen.deliberation && hasReached(status, 'deliberated') ? columns.deliberation : null,
});

const vetoLine = ({ name, documentNo }: PaperCard['vetoes'][number]): string =>
  documentNo ? `${name}（${documentNo}）` : name;

function bonusLine(form: AnnexForm, { title, claimed, approved }: PaperCard['bonus'][number], at: number): string {
  const granted = form === 'all' && approved !== null ? `，核定${pointsText(approved)}分` : '';
  return `${circled(at + 1)}${title}（申报${pointsText(claimed)}分${granted}）`;
}

/** What stands over the form of a card and in its rows below the groups. What the prefecture found stands on the form with its columns. */
export const annexHeadOf = (
  card: PaperCard,
  form: AnnexForm,
  { year, documentNo }: { year: number; documentNo: string | null },
): AnnexHead => ({
  ...{ form, county: card.county, year, documentNo },
  bonus: card.bonus.map((one, at) => bonusLine(form, one, at)),
  vetoes: form === 'all' ? card.vetoes.map(vetoLine) : [],
});

interface Marked {
  rank: number | null;
  late: boolean;
  takenIn: boolean;
  disagreements: number;
  disputes: { open: number; upheld: number; dismissed: number };
  siteChecks: number;
  undecided: readonly string[];
  proofs: number;
}

/** 标记: what the deliberation must know of a county beside its points. */
function flagsOf({ late, takenIn, disagreements, disputes, siteChecks, undecided }: Marked): string[] {
  const counted = (count: number, words: string) => (count > 0 ? [`${words}${count}项`] : []);
  return [
    ...(takenIn ? ['未提交自评'] : late ? ['逾期自评'] : []),
    ...counted(disagreements, '复核意见不一致'),
    ...counted(disputes.open, '异议未答复'),
    ...counted(disputes.upheld, '异议成立'),
    ...counted(disputes.dismissed, '异议不成立'),
    ...(siteChecks > 0 ? [`实地抽查${siteChecks}次`] : []),
    ...undecided.map((name) => `待定否决：${name}`),
  ];
}

/** A line of the 审议表. */
export function decisionRowOf(card: PaperCard, marked: Marked): DecisionRow {
  const { county, status, vetoes } = card;
  const columns = columnsOnPaper(card);
  return {
    county,
    totals: hasReached(status, 'submitted') ? columns : { ...columns, self: null },
    rank: marked.rank,
    flags: flagsOf(marked),
    vetoes: vetoes.map(vetoLine),
    proofs: marked.proofs,
  };
}
