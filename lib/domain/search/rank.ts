import { wordsOf } from './words';

/** What a thing is known by. `pinyin`: of its name, syllable by syllable with gaps ('lu feng yi zhong'). */
export interface Known {
  name: string;
  code?: string | null;
  pinyin?: string | null;
}

/** How near a word comes: the very number or name; its beginning; the beginning by sound; within; within by sound; elsewhere (an address, a former name). */
export const NEARNESS = ['exact', 'begins', 'sounds', 'within', 'soundsWithin', 'elsewhere'] as const;
export type Nearness = (typeof NEARNESS)[number];

export function nearness(word: string, { name, code, pinyin }: Known): Nearness {
  const written = [name, code ?? ''].map((text) => text.normalize('NFKC').toLowerCase()).filter(Boolean);
  if (written.includes(word)) return 'exact';
  if (written.some((text) => text.startsWith(word))) return 'begins';
  const syllables = (pinyin ?? '').split(' ').filter(Boolean);
  if (soundsFrom(syllables, 0, word)) return 'sounds';
  if (written.some((text) => text.includes(word))) return 'within';
  return syllables.some((_, at) => at > 0 && soundsFrom(syllables, at, word)) ? 'soundsWithin' : 'elsewhere';
}

/** By full pinyin or by initials, from the syllable at `at` on. */
function soundsFrom(syllables: readonly string[], at: number, word: string): boolean {
  const rest = syllables.slice(at);
  return (
    rest.join('').startsWith(word) ||
    rest
      .map((one) => one[0])
      .join('')
      .startsWith(word)
  );
}

/** 0 is nearest. Of several words each counts, and one that is met exactly does not make up for another that is met nowhere near. */
const distance = (words: readonly string[], known: Known): number =>
  words.reduce((sum, word) => sum + NEARNESS.indexOf(nearness(word, known)), 0);

/** The nearest first; of equals the shorter name, which says less beside what was asked, then as they came. */
export function ranked<T>(q: string, found: readonly T[], knownBy: (one: T) => Known): T[] {
  const words = wordsOf(q);
  return found
    .map((one) => ({ one, known: knownBy(one) }))
    .map(({ one, known }) => ({ one, far: distance(words, known), length: [...known.name].length }))
    .sort((a, b) => a.far - b.far || a.length - b.length)
    .map(({ one }) => one);
}
