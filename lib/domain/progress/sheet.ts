import type { Money } from '../kernel/money';
import type { Reason } from '../kernel/result';
import { placeKey } from '../projects/completions';
import type { ReportGround } from './report';
import type { PlannedWork, ReportContent, ReportStatus } from './types';

export const PROJECT_SHEET = '项目';
export const PROGRESS_SHEET = '进度';
export const MONTH_SHEETS = [PROJECT_SHEET, PROGRESS_SHEET];

/** Columns of the sheet of projects in their order. */
export const PROJECT_COLUMNS = {
  code: '项目编号',
  name: '项目名称',
  stage: '阶段',
  status: '状态',
  investment: '本月完成投资（元）',
  people: '现场人数',
  problems: '存在问题',
} as const;
export type ProjectColumn = keyof typeof PROJECT_COLUMNS;

/** Columns of the sheet of items in their order. */
export const ITEM_COLUMNS = {
  code: '项目编号',
  name: '项目',
  compound: '小区',
  building: '楼栋',
  item: '代码',
  itemName: '改造内容',
  last: '上次（%）',
  percent: '本月（%）',
  backReason: '减少的原因',
} as const;
export type ItemColumn = keyof typeof ITEM_COLUMNS;

/** How the sheet of projects calls what a report is in; null: nothing was kept yet. */
export const statusWords = (status: ReportStatus | null): string =>
  ({ none: '未填', draft: '草稿', submitted: '已报送', returned: '已退回', accepted: '已接收', correcting: '更正中' })[
    status ?? 'none'
  ];

/** A planned item by the names that tell it apart within its project. */
export interface SheetWork extends PlannedWork {
  compound: string;
  /** null: of the whole compound */
  building: string | null;
  itemName: string;
}

/** A project that reports in the month, with what its report holds, or would begin with. */
export interface SheetProject {
  id: string;
  code: string;
  name: string;
  status: ReportStatus | null;
  /** 0: nothing was kept yet */
  version: number;
  content: ReportContent;
  planned: readonly SheetWork[];
  ground: ReportGround;
  /** why nothing can be written in it: sent, suspended, another's */
  closed: readonly Reason[];
}

/** What would be kept of a project: only what becomes another. */
export interface MonthEdit {
  investment?: Money;
  people?: number;
  problems?: string | null;
  items: readonly ReportContent['items'][number][];
}

/** The report with the edit in it; what the edit does not name stays, pictures too. */
export function edited(content: ReportContent, { items, ...plain }: MonthEdit): ReportContent {
  const written = new Map(items.map((one) => [placeKey(one), one]));
  const known = new Set(content.items.map(placeKey));
  return {
    ...content,
    ...plain,
    items: [
      ...content.items.map((one) => written.get(placeKey(one)) ?? one),
      ...items.filter((one) => !known.has(placeKey(one))),
    ],
  };
}

/** Names of one kind as a sheet tells them apart: where two are alike, with the mark of each. */
function distinct(things: ReadonlyMap<string, { name: string; mark: string }>): Map<string, string> {
  const counts = new Map<string, number>();
  for (const { name } of things.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(
    [...things].map(([id, { name, mark }]) => [id, (counts.get(name) ?? 0) > 1 ? `${name}（${mark}）` : name]),
  );
}

export interface NamedWork extends PlannedWork {
  compoundCode: string;
  compound: { id: string; name: string };
  building: { id: string; name: string } | null;
}

/** The planned items of a project as rows name them. */
export function sheetWorks(planned: readonly NamedWork[], itemNames: ReadonlyMap<string, string>): SheetWork[] {
  const compounds = distinct(
    new Map(planned.map(({ compound, compoundCode }) => [compound.id, { name: compound.name, mark: compoundCode }])),
  );
  const buildings = new Map<string, Map<string, { name: string; mark: string }>>();
  for (const { compound, building } of planned) {
    if (!building) continue;
    const own = buildings.get(compound.id) ?? new Map<string, { name: string; mark: string }>();
    // a building that was retired may have left its name to another
    if (!own.has(building.id)) own.set(building.id, { name: building.name, mark: String(own.size + 1) });
    buildings.set(compound.id, own);
  }
  const called = new Map([...buildings].map(([id, own]) => [id, distinct(own)]));
  return planned.map(({ compoundId, buildingId, item, name, cost, compound, building }) => ({
    ...{ compoundId, buildingId, item, name, cost },
    compound: compounds.get(compound.id) ?? compound.name,
    building: building && (called.get(compound.id)?.get(building.id) ?? building.name),
    itemName: itemNames.get(item) ?? item,
  }));
}
