import 'server-only';
import { pinyin } from 'pinyin-pro';
import { normaliseCompoundName } from '@/lib/domain/compounds/name-match';
import { naturalSortKey } from '@/lib/domain/compounds/sort-key';

/** The order of lists: 禄丰一中 → 'lu feng yi zhong'. */
export function pinyinOf(name: string): string {
  return pinyin(name, { toneType: 'none', nonZh: 'consecutive', v: true, type: 'array' }).join(' ').toLowerCase();
}

function initialsOf(name: string): string {
  return pinyin(name, { pattern: 'first', toneType: 'none', nonZh: 'consecutive', type: 'array' })
    .join('')
    .toLowerCase();
}

/** A name as people type it: its letters, its pinyin without gaps, its initials. */
export const soundsOf = (name: string): string[] => [name, pinyinOf(name).replaceAll(' ', ''), initialsOf(name)];

export interface Findable {
  code: string;
  name: string;
  aliases: readonly string[];
  address: string | null;
}

/** What the search box looks in: names, former names, their pinyin and initials, code and address, in lower case. */
export function searchTextOf({ code, name, aliases, address }: Findable): string {
  const names = [...new Set([name, ...aliases])];
  return lookedFor([...names.flatMap(soundsOf), code, address ?? '']);
}

const lookedFor = (words: readonly string[]): string =>
  [...new Set(words)].join(' ').normalize('NFKC').toLowerCase().trim();

/** The same of what has a title, and perhaps a number: accounts, papers, notices. */
export const searchTextOfTitle = (title: string, number?: string | null): string =>
  lookedFor([...soundsOf(title), number ?? '']);

/** Two former names may be one when normalised (五建小区, 五建家属院): the second is then kept under its own letters. */
export const aliasKeys = (name: string): [string, string] => [
  normaliseCompoundName(name),
  `=${name.normalize('NFKC').toLowerCase()}`,
];

/** 1单元 101 before 1单元 1001 before 2单元 101. */
export const householdSortKey = (unitNo: string, room: string): string =>
  `${naturalSortKey(unitNo)}/${naturalSortKey(room)}`;

export const buildingSortKey = (name: string): string => naturalSortKey(name);
