import 'server-only';
import { mayBeInitials, wordsOf } from '@/lib/domain/search/words';
import { initials, startsLike } from '@/lib/server/db/like';
import { Prisma } from '@/lib/server/db/sql';

/** So many of a kind are brought from the database; lib/domain/search/rank.ts says which of them are shown. */
export const BROUGHT = 40;

interface Columns {
  name: string;
  code?: string;
  /** syllable by syllable with gaps */
  pinyin?: string;
}

/** In the order of rank.ts as far as it takes to bring the nearest: of thousands that are found the very number, the very name, what begins so. */
export function nearFirst(q: string, { name, code, pinyin }: Columns): Prisma.Sql {
  const written = [name, ...(code ? [code] : [])].map((column) => Prisma.raw(`lower(${column})`));
  const any = (test: (column: Prisma.Sql) => Prisma.Sql) => Prisma.join(written.map(test), ' OR ');
  const each = wordsOf(q).map((word) => {
    const sounds = pinyin && /^[a-z]+$/.test(word) ? bySound(Prisma.raw(pinyin), word) : Prisma.empty;
    return Prisma.sql`CASE WHEN ${any((column) => Prisma.sql`${column} = ${word}`)} THEN 0
      WHEN ${any((column) => Prisma.sql`${column} LIKE ${startsLike(word)}`)} THEN 1 ${sounds}
      WHEN ${any((column) => Prisma.sql`strpos(${column}, ${word}) > 0`)} THEN 3 ELSE 5 END`;
  });
  return Prisma.sql`(${Prisma.join(each, ' + ')}), length(${Prisma.raw(name)})`;
}

function bySound(pinyin: Prisma.Sql, word: string): Prisma.Sql {
  const short = mayBeInitials(word) ? Prisma.sql`OR ${pinyin} ~ ${initials(word, '^')}` : Prisma.empty;
  return Prisma.sql`WHEN replace(${pinyin}, ' ', '') LIKE ${startsLike(word)} ${short} THEN 2`;
}
