const SUFFIX =
  /(住宅小区|家属小区|安置小区|小区|家属区|家属院|家属楼|住宅区|住宅楼|住宿区|生活区|宿舍区|宿舍楼|宿舍|职工住宅|院内|大院)$/;
const BRACKETED = /[([{【〔《〈「](.*?)[)\]}】〕》〉」]/g;
const FORMERLY = /^(原名|原为|原|曾用名|曾名|又名|又称|别名|即|俗称|现名|现)[:：]?/;

/** A compound's name as it is compared: half width, no blanks or marks, without 小区, 家属院 … and without what stands in brackets. */
export function normaliseCompoundName(name: string): string {
  const plain = half(name).replace(BRACKETED, '');
  return strip(plain) || strip(half(name));
}

/** The names that one written name stands for: itself, and each former name in brackets: 五建小区（原五建家属院）. */
export function namesWithin(name: string): string[] {
  const text = half(name);
  const bracketed = [...text.matchAll(BRACKETED)]
    .map((match) => match[1] ?? '')
    .filter((inner) => FORMERLY.test(inner));
  const names = [normaliseCompoundName(name), ...bracketed.map((inner) => strip(inner.replace(FORMERLY, '')))];
  return [...new Set(names.filter((one) => one !== ''))];
}

function half(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

function strip(text: string): string {
  const bare = text.replace(/[\s\p{P}\p{S}]+/gu, '');
  const withoutFormer = bare.length > 2 ? bare.replace(/^原/, '') : bare;
  const short = withoutFormer.replace(SUFFIX, '');
  return short === '' ? withoutFormer : short;
}

export interface NameCandidate {
  id: string;
  name: string;
  aliases: readonly string[];
}

export interface NameMatch {
  id: string;
  name: string;
  /** The name or alias that is like it. */
  matched: string;
  reason: 'exact' | 'alias' | 'normalised' | 'contained' | 'similar';
  /** 0–1000; 1000 only for the same name letter by letter. */
  score: number;
}

/**
 * Compounds that a written name may mean, best first: a suggestion with its reason, for a person to confirm. Only `exact` and `alias`
 * (letter by letter) may be taken without asking, and only when nothing else is.
 */
export function rankNameMatches(written: string, candidates: readonly NameCandidate[], limit = 5): NameMatch[] {
  const wanted = namesWithin(written);
  return candidates
    .flatMap((candidate) => best(written, wanted, candidate) ?? [])
    .sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1))
    .slice(0, limit);
}

function best(written: string, wanted: string[], candidate: NameCandidate): NameMatch | undefined {
  const matches = [candidate.name, ...candidate.aliases].flatMap((known, index): NameMatch[] => {
    const base = { id: candidate.id, name: candidate.name, matched: known };
    if (half(known).trim() === half(written).trim()) {
      return [{ ...base, reason: index === 0 ? 'exact' : 'alias', score: index === 0 ? 1000 : 990 }];
    }
    const score = Math.max(0, ...namesWithin(known).flatMap((one) => wanted.map((other) => likeness(one, other))));
    if (score < 450) return [];
    return [{ ...base, reason: score >= 950 ? 'normalised' : score >= 700 ? 'contained' : 'similar', score }];
  });
  return matches.sort((a, b) => b.score - a.score)[0];
}

/** 950 the same when normalised; 700–899 one contains the other; below, twice the shared pairs of letters (Dice). */
function likeness(a: string, b: string): number {
  if (a === b) return 950;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  // 1号楼 and 11号楼 contain one another and are different houses.
  if (numbersIn(a) !== numbersIn(b)) return Math.min(dice(a, b), 500);
  if (short.length >= 2 && long.includes(short)) return 700 + Math.floor((199 * short.length) / long.length);
  return Math.min(dice(a, b), 699);
}

function numbersIn(text: string): string {
  return (text.match(/\d+|[一二三四五六七八九十]+(?=[号栋幢期组区])/g) ?? []).join(' ');
}

function dice(a: string, b: string): number {
  const left = pairs(a);
  const right = pairs(b);
  if (left.length + right.length === 0) return 0;
  const rest = [...right];
  const shared = left.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  }).length;
  return Math.floor((2000 * shared) / (left.length + right.length));
}

function pairs(text: string): string[] {
  const letters = [...text];
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}
