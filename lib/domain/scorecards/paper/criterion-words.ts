import { percentForEye } from '../../kernel/ratio';
import type { Reason } from '../../kernel/result';
import type { Row } from '../measures/row';
import type { CriterionScore, Formula, Points, TestResult } from '../sheet';
import { recordsOf } from './measure-words';
import { pointsText } from './words';

export type Say = (reason: Reason) => string;

/** Names that are written out before the rest is counted. */
const NAMED = 5;
const MISSING = 10;

const listed = (texts: readonly string[], most: number, between: string): string =>
  texts.length <= most
    ? texts.join(between)
    : `${texts.slice(0, most).join(between)}等${texts.length}${between === '、' ? '个' : '项'}`;

/** A title stands in its marks once. */
export const quoted = (title: string): string => (title.startsWith('《') ? title : `《${title}》`);
const plain = (sentence: string): string => sentence.replace(/[。；]$/, '');
const whole = (points: Points): string => (points % 100 === 0 ? String(points / 100) : pointsText(points));

/** 计算: the formula with its numbers in it. */
function reckoned(formula: Formula, value: Points): string {
  switch (formula.kind) {
    case 'ratio': {
      const { found, of, points } = formula;
      const capped = found > of ? `（完成${found}个，按目标数${of}个计）` : '';
      return `计算：${Math.min(found, of)}÷${of}×${whole(points)}＝${pointsText(value)}分${capped}`;
    }
    case 'noTarget':
      return '本年度没有下达目标任务，目标数为0，不得分';
    case 'graded': {
      const { found, of, reached, next, missing } = formula;
      if (of === 0) return '没有已结束的满意度调查';
      const share = `计算：满意${found}户÷业主${of}户＝${percentForEye(BigInt(found), BigInt(of))}%`;
      const step = reached === null ? '未达到得分档' : `达到${reached}%档`;
      return `${share}，${step}${next === null ? '' : `，距${next}%档差${missing}户`}`;
    }
    case 'tests':
      return '';
    case 'attested':
      return '由县市对照评分标准自评';
    case 'review':
      return '由州住建局在复核时核定，自评不计分';
  }
}

function holdsText({ holds, found, of }: TestResult): string {
  if (of === 0) return '没有需要核对的记录';
  if (holds.rule === 'some') return found < holds.atLeast ? `有${found}条，至少应有${holds.atLeast}条` : `有${found}条`;
  return `核对${of}条，符合${found}条`;
}

/** A month is named by its figures: 2020-02. */
const named = ({ name }: Row): string => name.replace(/^(\d{4})-0?(\d{1,2})$/, '$1年$2月');

/** 依据: what was looked at, and the names of what speaks for it. What is graded counts households: its formula says all. */
function provedBy(test: TestResult, label: string, isGraded: boolean): string {
  if (isGraded) return `${label}${test.of}份`;
  const names = [...new Set(test.rows.filter(({ met }) => met).map(named))];
  const shown = names.length > 0 ? `：${listed(names, NAMED, '、')}` : '';
  return `${label}${holdsText(test)}${shown}`;
}

const lostBy = (rows: readonly Row[], say: Say): string =>
  listed(
    rows.filter(({ met }) => !met).map((row) => `${named(row)}${plain(say(row.says))}`),
    MISSING,
    '；',
  );

/** 失分原因: the rows that fail, of the tests that fail; where points were graded or shared out, all rows that bring none. */
function missingOf({ formula, tests }: CriterionScore, labels: readonly string[], say: Say): string[] {
  return tests
    .map((test, at) => {
      if (formula.kind === 'tests' && test.met) return '';
      return lostBy(test.rows, say) || (test.of === 0 ? `没有${labels[at]}的记录` : '');
    })
    .filter(Boolean);
}

export interface Claim {
  points: Points;
  /** the county's words where it differs from the records, or claims what they cannot tell */
  reason: string | null;
  /** titles of the proofs that it filed */
  proofs: readonly string[];
}

/** One criterion as the report tells it: text, points, formula, what proves it, what was lost and why. */
export function criterionWords(
  criterion: CriterionScore,
  claim: Claim,
  { mark, say }: { mark: string; say: Say },
): string {
  const labels = recordsOf(criterion);
  const { text, points, value, formula, tests, proof } = criterion;
  const byRecords = formula.kind !== 'attested' && formula.kind !== 'review';
  const lost = points - claim.points;
  const told = [
    `${mark}${plain(text)}。分值${whole(points)}分，自评${pointsText(claim.points)}分`,
    reckoned(formula, value),
    tests.length > 0
      ? `依据系统记录：${tests.map((test, at) => provedBy(test, labels[at] ?? '', formula.kind === 'graded')).join('；')}`
      : '',
    byRecords && claim.points !== value
      ? `系统按记录计算${pointsText(value)}分，自评${claim.points > value ? '高' : '低'}${pointsText(Math.abs(claim.points - value))}分`
      : '',
    claim.reason ? `自评说明：${plain(claim.reason)}` : '',
    claim.proofs.length > 0 ? `支撑材料：${claim.proofs.map(quoted).join('、')}` : '',
    lost > 0
      ? lostWords(lost, proof === 'attested' || proof === 'review' ? [] : missingOf(criterion, labels, say))
      : '',
  ];
  return `${told.filter(Boolean).join('。')}。`;
}

const lostWords = (lost: Points, why: readonly string[]): string =>
  `失分${pointsText(lost)}分${why.length > 0 ? `，原因：${why.join('；')}` : ''}`;
