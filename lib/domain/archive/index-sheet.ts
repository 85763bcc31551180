import { endingOf, safeName } from '../papers/file-names';
import type { PaperView, StagePapers } from './answers';

/** One current paper on its way into the package: where it lies there, and its line of the index. */
export interface Packed {
  no: string;
  stage: number;
  stageName: string;
  kindName: string;
  path: string;
  paper: PaperView;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** 卷内目录: the current papers, stage by stage in the rule book's order, numbered, each at a path of its own. */
export function packingList(stages: readonly StagePapers[]): Packed[] {
  return stages.flatMap(({ stage, name, kinds, papers }) => {
    const order = kinds.map(({ code }) => code);
    const current = papers
      .filter(({ status }) => status === 'current')
      .sort(
        (a, b) =>
          order.indexOf(a.kind) - order.indexOf(b.kind) ||
          (a.compound?.name ?? '').localeCompare(b.compound?.name ?? '', 'zh-CN') ||
          (a.id < b.id ? -1 : 1),
      );
    return current.map((paper, at) => {
      const kindName = kinds.find(({ code }) => code === paper.kind)?.name ?? paper.kind;
      const no = `${two(stage)}-${two(at + 1)}`;
      const about = paper.compound ? `（${safeName(paper.compound.name)}）` : '';
      const path = `${two(stage)} ${safeName(name)}/${no} ${safeName(kindName)}${about}${endingOf(paper.file.name)}`;
      return { no, stage, stageName: name, kindName, path, paper };
    });
  });
}

export const INDEX_HEAD = [
  '序号',
  '阶段',
  '资料名称',
  '题名',
  '小区',
  '文号',
  '发文日期',
  '发文机关',
  '版次',
  '文件',
  '大小（字节）',
  'SHA-256',
  '归档时间',
] as const;

/** The line of the index, in the order of INDEX_HEAD. */
export const indexLine = ({ no, stage, stageName, kindName, path, paper }: Packed): (string | number | null)[] => [
  no,
  `${stage} ${stageName}`,
  kindName,
  paper.title,
  paper.compound?.name ?? null,
  paper.documentNo,
  paper.issuedOn,
  paper.issuer,
  paper.no,
  path,
  paper.file.size,
  paper.sha256,
  paper.filedAt,
];
