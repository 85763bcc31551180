import { inChinese } from '../notices/paper';
import type { OfficialPaper } from '../papers/types';
import type { HandoverItemView } from './answers';
import { MAINTAINER_LABELS } from './labels';

export const HANDOVER_HEAD = ['序号', '小区', '改造内容', '移交内容', '保修期至', '维护单位类别', '维护单位'] as const;

export const handoverRows = (items: readonly HandoverItemView[]): string[][] =>
  items.map((item, at) => [
    String(at + 1),
    item.compound.name,
    item.itemName,
    item.what,
    item.warrantyUntil ?? '',
    MAINTAINER_LABELS[item.maintainerKind].zh,
    item.maintainer,
  ]);

/** 移交清单 as an official paper, of the day on which the list was last changed; one that never had a line has no day. */
export function handoverPaper(
  project: { code: string; name: string; county: string; listedOn: string | null },
  items: readonly HandoverItemView[],
): OfficialPaper {
  const issuer = `${project.county}住房和城乡建设局`;
  return {
    issuer,
    documentNo: null,
    title: `${project.name}移交清单`,
    addressee: null,
    body: [
      `${project.name}（项目编号${project.code}）已完成改造，现将改造内容移交如下，共${items.length}项。管线整治后，原则上由管线运营单位或使用管理单位负责小区内居民户表（端口）以外的共有管线设施设备的维修、养护。`,
    ],
    tables: [
      {
        caption: '移交清单',
        head: ['小区', '移交内容', '保修期至', '维护单位'],
        grouped: true,
        rows: items.map(({ compound, what, warrantyUntil, maintainer }, at) => [
          compound.id === items[at - 1]?.compound.id ? '' : compound.name,
          what,
          warrantyUntil ?? '—',
          maintainer,
        ]),
      },
    ],
    attachments: [],
    signed: issuer,
    date: project.listedOn ? inChinese(project.listedOn) : '',
  };
}
