import { isBlank } from '../imports/cells-numbers';
import { readBoolean, readChoice, type Choice as Words } from '../imports/cells-words';
import { compact, failure, type Reading, shown, value } from '../imports/reading';
import { CHANNEL_LABELS, CHOICE_LABELS } from './labels';
import { CHANNELS, CHOICES, type Channel, type Choice } from './types';

const ALSO: Record<Choice, readonly string[]> = {
  agree: ['赞成', '支持', '愿意', '同意改造', '是', '√', '✓', '✔', '☑', '对', '1', 'y', 'yes', 'true'],
  disagree: [
    '反对',
    '不赞成',
    '不支持',
    '不愿意',
    '不同意改造',
    '否',
    '×',
    '✗',
    '✕',
    '✘',
    'x',
    '0',
    'n',
    'no',
    'false',
    '不',
  ],
  abstain: ['弃', '中立', '弃权票'],
};
const CHOICE_WORDS: Words<Choice>[] = CHOICES.map((code) => ({
  code,
  words: [CHOICE_LABELS[code].zh, ...ALSO[code], CHOICE_LABELS[code].en, code],
}));

const WAYS: Record<Channel, readonly string[]> = {
  paper: ['纸质', '纸质票', '书面', '意见表', '表格', '纸质意见表'],
  door: ['入户', '上门登记', '上门征求', '入户征求', '扫楼'],
  meeting: ['业主大会', '现场会', '居民会议', '会上', '开会', '座谈会'],
  online: ['网上', '网络', '微信', '电子', '电子投票', '线上投票'],
};
const CHANNEL_WORDS: Words<Channel>[] = CHANNELS.map((code) => ({
  code,
  words: [CHANNEL_LABELS[code].zh, ...WAYS[code], CHANNEL_LABELS[code].en, code],
}));

/** 同意 / 不同意 / 弃权 as people write them: √ is yes, × is no. */
export const readVote = (cell: unknown): Reading<Choice> =>
  typeof cell === 'boolean' ? value(cell ? 'agree' : 'disagree') : readChoice(cell, CHOICE_WORDS);

export const readChannel = (cell: unknown): Reading<Channel> => readChoice(cell, CHANNEL_WORDS);

/** Whether a column 同意, 不同意 or 弃权 is ticked. */
export const readTick = (cell: unknown): Reading<boolean> => {
  const text = compact(cell).toLowerCase();
  const word = CHOICE_WORDS.some(({ words }) => words[0] === text);
  return word ? value(true) : readBoolean(cell);
};

export interface MenuItem {
  code: string;
  name: string;
}

const SEPARATORS = /^[、，,;；\s/|+。]+/u;
const flat = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[“”"']/g, '');
/** 公共服务设施（物业管理用房…） goes by its first words too. */
const shortName = (name: string): string => flat(name).replace(/\(.*$/, '');

interface Known {
  text: string;
  codes: string[];
}

const vocabularies = new WeakMap<readonly MenuItem[], Known[]>();

/** Every word by which an item goes, the longest first: names hold separators of their own. */
function vocabulary(menu: readonly MenuItem[]): Known[] {
  const known = vocabularies.get(menu);
  if (known) return known;
  const codes = new Map<string, Set<string>>();
  for (const { code, name } of menu)
    for (const text of [flat(code), flat(name), shortName(name), `${flat(code)}${flat(name)}`])
      codes.set(text, (codes.get(text) ?? new Set()).add(code));
  const made = [...codes]
    .map(([text, found]) => ({ text, codes: [...found] }))
    .filter(({ text }) => text !== '')
    .sort((a, b) => b.text.length - a.text.length);
  vocabularies.set(menu, made);
  return made;
}

/** Items of the menu by code or name, one after the other. 消防设施 stands in both scopes: there only the code says which. */
export function readWanted(cell: unknown, menu: readonly MenuItem[]): Reading<string[]> {
  if (isBlank(compact(cell))) return value<string[]>(null);
  if (typeof cell !== 'string') return failure('voteSheet.itemUnknown', cell);
  const words = vocabulary(menu);
  const wanted: string[] = [];
  for (let rest = flat(cell).replace(SEPARATORS, ''); rest !== ''; rest = rest.replace(SEPARATORS, '')) {
    const item = words.find(({ text }) => rest.startsWith(text) && isEnd(rest.charAt(text.length)));
    if (!item) return failure('voteSheet.itemUnknown', rest.split(/[、,;\s/|+]/u)[0]);
    const [code, other] = item.codes;
    if (other) return failure('voteSheet.itemAmbiguous', shown(item.text), { expected: item.codes.join('、') });
    if (code && !wanted.includes(code)) wanted.push(code);
    rest = rest.slice(item.text.length);
  }
  return wanted.length > 0 ? value(wanted.sort()) : value<string[]>(null);
}

const isEnd = (char: string): boolean => char === '' || SEPARATORS.test(char);

/** Wanted items as their cell has them; what `readWanted` makes of it are the same codes. */
export function wantedText(codes: readonly string[], menu: readonly MenuItem[]): string {
  const names = new Map(menu.map(({ code, name }) => [code, name]));
  const said = (code: string) => {
    const name = names.get(code);
    const alone = name !== undefined && menu.filter((one) => one.name === name).length === 1;
    return alone ? name : code;
  };
  return codes.map(said).join('、');
}
