import { wordsOf } from './words';

export interface Part {
  /** of its first sign in the title */
  at: number;
  text: string;
  hit: boolean;
}

/** The title in parts, with what was typed marked where it stands there letter for letter; sounds are not marked. */
export function markedParts(title: string, q: string): Part[] {
  const hits = hitsOf(title, wordsOf(q));
  const parts: Part[] = [];
  for (const [at, text] of [...title].entries()) {
    const hit = hits[at] ?? false;
    const last = parts.at(-1);
    if (last && last.hit === hit) last.text += text;
    else parts.push({ at, text, hit });
  }
  return parts;
}

/** Sign by sign, so that what is compared (one capital may be two small letters) never shifts what is shown. */
function hitsOf(title: string, words: readonly string[]): boolean[] {
  const signs = [...title].map((sign) => sign.normalize('NFKC').toLowerCase());
  const hits = signs.map(() => false);
  for (const word of words)
    for (let from = 0; from < signs.length; from++) {
      const to = endOf(signs, from, word);
      if (to > from) hits.fill(true, from, to);
    }
  return hits;
}

/** Behind the last sign of the word that begins here; `from` where it does not. */
function endOf(signs: readonly string[], from: number, word: string): number {
  let left = word;
  for (let at = from; at < signs.length; at++) {
    const sign = signs[at] ?? '';
    if (!sign || !left.startsWith(sign)) return from;
    left = left.slice(sign.length);
    if (left === '') return at + 1;
  }
  return from;
}
