import { endingOf, safeName } from '../../papers/file-names';
import { cell, type SpanTable } from '../../papers/span-table';
import type { Rulebook } from '../../rulebook/schema';
import { citedAs } from './words';

/** A file that a county brings for a criterion, or for a bonus entry (null). */
export interface Proof {
  id: string;
  criterion: string | null;
  title: string;
  file: { id: string; name: string; size: number };
  sha256: string;
}

/** One on its way into the package: its number, which criterion it is for, and where it lies there. */
export interface PackedProof {
  no: string;
  /** 项目申报①, or 加分事项 */
  cited: string;
  text: string;
  path: string;
  proof: Proof;
}

const two = (n: number): string => String(n).padStart(2, '0');
/** A folder says the criterion, not the points that it brings; as long as paths in Windows can still be opened. */
const short = (text: string): string =>
  [...safeName(text.replace(/[，,]?得\d+分.*$/s, '').replace(/[=＝].*$/s, ''))].slice(0, 30).join('');

interface Folder {
  code: string | null;
  cited: string;
  text: string;
  folder: string;
}

/** A folder for each criterion in the order of the template, then one of the bonus. */
function folders(book: Rulebook): Folder[] {
  const { groups, bonus } = book.scorecard;
  const criteria = groups.flatMap(({ indicators }) => indicators.flatMap((indicator) => indicator.criteria));
  return [
    ...criteria.map(({ id, text }) => ({
      code: id,
      cited: citedAs(book, id) ?? id,
      text,
      folder: `${id} ${short(text)}`,
    })),
    { code: null, cited: bonus.name, text: bonus.name, folder: bonus.name },
  ];
}

/** 支撑材料目录: every proof under its criterion, numbered, each at a path of its own. What names no criterion of the template is not dropped. */
export function proofList(book: Rulebook, proofs: readonly Proof[]): PackedProof[] {
  const known = folders(book);
  const codes = new Set(known.map(({ code }) => code));
  const others = [...new Set(proofs.map(({ criterion }) => criterion).filter((code) => !codes.has(code)))].sort();
  const rest = others.map((code) => ({ code, cited: String(code), text: '', folder: safeName(String(code)) }));
  return [...known, ...rest].flatMap(({ code, cited, text, folder }) =>
    proofs
      .filter(({ criterion }) => criterion === code)
      .sort((a, b) => a.title.localeCompare(b.title, 'zh-CN') || (a.id < b.id ? -1 : 1))
      .map((proof, at) => {
        const no = `${code ?? 'B'}-${two(at + 1)}`;
        const path = `${folder}/${no} ${safeName(proof.title)}${endingOf(proof.file.name)}`;
        return { no, cited, text, path, proof };
      }),
  );
}

export const PROOF_HEAD = ['序号', '二级指标', '评分标准', '材料名称', '文件', '大小（字节）', 'SHA-256'] as const;

export const proofLine = ({ no, cited, text, path, proof }: PackedProof): (string | number)[] => [
  ...[no, cited, text, proof.title, path, proof.file.size, proof.sha256],
];

/** The index as it is printed, with the frozen facts at its end: what the score was reckoned from is proof as well. */
export function proofTable(
  list: readonly PackedProof[],
  { county, year, facts }: { county: string; year: number; facts: { path: string; sha256: string } | null },
): SpanTable {
  const left = { left: true };
  const line = (no: string, of: string, title: string, path: string, sha256: string) => [
    ...[cell(0, no), cell(1, of, left), cell(2, title, left), cell(3, path, left), cell(4, sha256, left)],
  ];
  return {
    mark: null,
    title: '绩效评价支撑材料目录',
    head: [`县市：${county}`, `年度：${year}年`, `共${list.length}份`],
    landscape: true,
    columns: [
      ...[
        { name: '序号', width: 18 },
        { name: '评分标准', width: 62 },
        { name: '材料名称', width: 42 },
      ],
      ...[
        { name: '文件', width: 50 },
        { name: 'SHA-256', width: 53 },
      ],
    ],
    rows: [
      ...list.map(({ no, cited, text, path, proof }) =>
        line(
          no,
          text && text !== cited ? `${cited}：${text}` : cited,
          proof.title,
          path.split('/').at(-1) ?? path,
          proof.sha256,
        ),
      ),
      ...(facts ? [line('', '', '自评时冻结的数据', facts.path, facts.sha256)] : []),
    ],
  };
}
