import 'server-only';
import { Prisma } from './sql';

/** A pattern that finds the text as it was typed, wherever it stands. */
export const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** The same where it begins. */
export const startsLike = (text: string): string => like(text).slice(1);

/** As a regular expression over pinyin with gaps: 'lfyz' finds 'lu feng yi zhong', the first letters of words that follow each other. */
export const initials = (letters: string, from: '(^| )' | '^' = '(^| )'): string =>
  `${from}${[...letters].map((letter) => `${letter}[^ ]*`).join(' ')}`;

/** Columns as words are looked for in them: full-width letters and capitals are the same as their plain ones (lib/domain/search/words.ts). */
export const plainly = (...columns: string[]): Prisma.Sql =>
  Prisma.raw(`lower(normalize(concat_ws(' ', ${columns.join(', ')}), NFKC))`);
