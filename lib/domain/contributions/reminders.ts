import { dwellingName } from '../compounds/dwelling-name';
import { inChinese } from '../notices/paper';
import { grouped } from '../papers/grouped-money';
import type { OfficialPaper } from '../papers/types';
import type { DueRow } from './answers';
import { DUE_STATE_LABELS } from './labels';

export const REMINDER_HEAD = [
  '序号',
  '户号',
  '业主',
  '应缴（元）',
  '已缴（元）',
  '尚欠（元）',
  '最近交款',
  '距确定（天）',
  '状态',
] as const;

export const homeName = ({ building, unitNo, room }: DueRow): string =>
  dwellingName({ buildingName: building, unitNo, room });

export const reminderRows = (items: readonly DueRow[]): string[][] =>
  items.map((row, at) => [
    String(at + 1),
    homeName(row),
    row.owners.map(({ name }) => name).join('、'),
    row.due,
    row.paid,
    row.left,
    row.lastPaidOn ?? '',
    String(row.days),
    DUE_STATE_LABELS[row.state].zh,
  ]);

interface Facts {
  project: { code: string; name: string };
  compound: { name: string };
  items: readonly DueRow[];
  /** sum of what is left, yuan */
  left: string;
  today: string;
  issuer: string;
}

/** 催缴清单 as it is printed. */
export function remindersPaper({ project, compound, items, left, today, issuer }: Facts): OfficialPaper {
  return {
    issuer,
    documentNo: null,
    title: `${compound.name}居民出资催缴清单`,
    addressee: null,
    body: [
      `${project.name}（项目编号${project.code}）${compound.name}截至${inChinese(today)}尚有${items.length}户未交清居民出资，合计尚欠${grouped(left)}元，名单如下。`,
    ],
    tables: [
      {
        head: ['户号', '业主', '应缴（元）', '已缴（元）', '尚欠（元）', '最近交款'],
        rows: reminderRows(items).map(([, home = '', owner = '', due = '', paid = '', rest = '', last = '']) => [
          home,
          owner,
          ...[due, paid, rest].map(grouped),
          last,
        ]),
        cards: true,
      },
    ],
    attachments: [],
    signed: issuer,
    date: inChinese(today),
  };
}
