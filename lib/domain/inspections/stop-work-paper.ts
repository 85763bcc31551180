import { inChinese } from '../notices/paper';
import { ended } from '../papers/sentence';
import type { OfficialPaper, PaperTable } from '../papers/types';
import { FINDING_GRADE_LABELS } from '../projects/labels';
import type { FindingGrade } from '../projects/types';
import type { InspectionLevel } from './types';

/** What a note was issued for; all of it stays as it was written down. */
export interface StoppedFor {
  compoundId: string | null;
  place: string;
  content: string;
  grade: FindingGrade;
  inspectedOn: string;
  limitOn: string;
  responsible: string | null;
  rectification: string | null;
  rectifiedOn: string | null;
  recheckedOn: string | null;
}

/** A note as it was issued, and as it was lifted: the names are those of that day. */
export interface StopWorkRecord {
  no: string;
  level: InspectionLevel;
  compoundId: string | null;
  reason: string;
  issuedOn: string;
  /** who issued it, with role and unit */
  issuer: string;
  names: { prefecture: string; county: string; project: string; code: string; compounds: Record<string, string> };
  findings: StoppedFor[];
  lifted: { on: string; reason: string; level: InspectionLevel; lifter: string } | null;
}

/** 发文机关: the bureau of its level; supervisors sign as those of the project. */
function officeOf(level: InspectionLevel, { prefecture, county, project }: StopWorkRecord['names']): string {
  if (level === 'supervisor') return `${project}监理、质量安全监督`;
  return `${level === 'prefecture' ? prefecture : county}住房和城乡建设局`;
}

function scopeOf({ compoundId, names }: StopWorkRecord): string {
  const place = compoundId === null ? '整个项目' : (names.compounds[compoundId] ?? '所列小区');
  return `${names.project}（项目编号${names.code}）${place}`;
}

const responsibleOf = ({ findings }: StopWorkRecord) => [
  ...new Set(findings.flatMap(({ responsible }) => responsible ?? [])),
];

/** Those who have to put it right; where nobody is named, all who take part. */
function addresseeOf(note: StopWorkRecord): string {
  const { names } = note;
  const named = responsibleOf(note);
  return named.length > 0 ? named.join('、') : `${names.project}各参建单位`;
}

const placeOf = ({ names }: StopWorkRecord, { compoundId, place }: StoppedFor) =>
  [compoundId === null ? '' : (names.compounds[compoundId] ?? ''), place].filter(Boolean).join(' ');

/** Who has to put right which of them is said where there are several. */
function foundTable(note: StopWorkRecord): PaperTable {
  const isShared = responsibleOf(note).length > 1;
  return {
    caption: '存在问题和整改期限',
    head: ['序号', '部位', '问题', '程度', '检查日期', '整改期限', ...(isShared ? ['责任单位'] : [])],
    rows: note.findings.map((one, at) => [
      ...[String(at + 1), placeOf(note, one), one.content, FINDING_GRADE_LABELS[one.grade].zh],
      ...[one.inspectedOn, one.limitOn, ...(isShared ? [one.responsible ?? ''] : [])],
    ]),
  };
}

const rightTable = (note: StopWorkRecord): PaperTable => ({
  caption: '整改和复查情况',
  head: ['序号', '部位', '问题', '整改情况', '整改日期', '复查日期'],
  rows: note.findings.map((one, at) => [
    ...[String(at + 1), placeOf(note, one), one.content, one.rectification ?? ''],
    ...[one.rectifiedOn ?? '', one.recheckedOn ?? ''],
  ]),
});

/** 停工通知, as it was issued: nothing on it changes when its findings are put right. */
export function stopWorkPaper(note: StopWorkRecord): OfficialPaper {
  const { no, level, reason, issuedOn, issuer, names, findings } = note;
  const office = officeOf(level, names);
  return {
    issuer: office,
    documentNo: no,
    title: `关于责令${names.project}停工整改的通知`,
    addressee: addresseeOf(note),
    body: [
      `一、停工范围。${scopeOf(note)}，自${inChinese(issuedOn)}起停止施工。`,
      `二、停工原因。${ended(reason)}`,
      `三、存在问题。共${findings.length}项，部位、程度和整改期限见附表。`,
      '四、整改要求。请在整改期限内逐项整改并报请复查。所列问题全部销号、收到复工通知前，不得恢复施工；停工范围内的改造内容不得报告完成。',
      `经办人：${issuer}。`,
    ],
    tables: [foundTable(note)],
    attachments: [],
    signed: office,
    date: inChinese(issuedOn),
  };
}

/** 复工通知; null: the work stands still. */
export function liftPaper(note: StopWorkRecord): OfficialPaper | null {
  const { lifted, names, no, issuedOn, level, findings } = note;
  if (lifted === null) return null;
  const office = officeOf(lifted.level, names);
  return {
    issuer: office,
    documentNo: null,
    title: `关于${names.project}复工的通知`,
    addressee: addresseeOf(note),
    body: [
      `${officeOf(level, names)}于${inChinese(issuedOn)}下发的停工通知（${no}），所列${findings.length}项问题已经全部整改，经复查销号，现予解除。`,
      `一、复工范围。${scopeOf(note)}，自${inChinese(lifted.on)}起恢复施工。`,
      `二、复工理由。${ended(lifted.reason)}`,
      '三、整改和复查情况。见附表。',
      `经办人：${lifted.lifter}。`,
    ],
    tables: [rightTable(note)],
    attachments: [],
    signed: office,
    date: inChinese(lifted.on),
  };
}
