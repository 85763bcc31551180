import 'server-only';
import { ROLE_LABELS } from '@/lib/domain/accounts/labels';
import { ROLES } from '@/lib/domain/accounts/roles';
import { mayBeInitials, wordsOf } from '@/lib/domain/search/words';
import { soundsOf } from '@/lib/server/compounds/names';
import { initials, like, plainly } from '@/lib/server/db/like';
import { Prisma } from '@/lib/server/db/sql';

/** A role is asked for by its words: 财政局, caizhengju, czj, finance. */
const WORDS_OF_ROLES = ROLES.map((role) => ({
  role,
  words: [...soundsOf(ROLE_LABELS[role].zh), ROLE_LABELS[role].en].join(' ').toLowerCase(),
}));

const rolesNamed = (word: string): string[] =>
  WORDS_OF_ROLES.filter(({ words }) => words.includes(word)).map(({ role }) => role);

/** Each word is looked for in name and user name of account a, in the name of its unit u, and among the words of roles. */
export function accountsSearched(q: string): Prisma.Sql[] {
  return wordsOf(q).map((word) => {
    const short = mayBeInitials(word) ? Prisma.sql`OR u.pinyin ~ ${initials(word)}` : Prisma.empty;
    return Prisma.sql`(coalesce(a.search_text, ${plainly('a.display_name')}) LIKE ${like(word)} OR a.username LIKE ${like(word)}
      OR lower(u.name) LIKE ${like(word)} OR replace(u.pinyin, ' ', '') LIKE ${like(word)} ${short} OR a.role = ANY(${rolesNamed(word)}::text[]))`;
  });
}
