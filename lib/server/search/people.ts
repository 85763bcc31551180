import 'server-only';
import { ROLE_LABELS } from '@/lib/domain/accounts/labels';
import type { Role } from '@/lib/domain/accounts/roles';
import { type Label, labelIn } from '@/lib/domain/kernel/label';
import type { NamedUnit } from '@/lib/domain/units/named';
import { unitName } from '@/lib/format/unit-name';
import { administered } from '@/lib/server/accounts/queries';
import { accountsSearched } from '@/lib/server/accounts/searched';
import { pinyinOf } from '@/lib/server/compounds/names';
import { Prisma } from '@/lib/server/db/sql';
import { namedUnit } from '@/lib/server/units/named';
import { BROUGHT, nearFirst } from './near';
import { type Asked, found, note } from './shown';

interface Row {
  id: string;
  name: string;
  username: string;
  role: Role;
  disabled: boolean;
  unit: NamedUnit;
}

const DISABLED: Label = { zh: '已停用', en: 'Disabled' };

/** The office's own people, by name, user name, unit and role; owners and residents are nobody that is searched for. */
export async function peopleHits({ reader, actor, locale, q }: Asked) {
  const rows = await reader.$queryRaw<Row[]>`
    SELECT a.id, a.display_name AS name, a.username, a.role, a.disabled_at IS NOT NULL AS disabled, ${namedUnit('u')} AS unit
    FROM account a JOIN unit u ON u.id = a.unit_id WHERE ${administered(actor)} AND ${Prisma.join(accountsSearched(q), ' AND ')}
    ORDER BY a.disabled_at IS NOT NULL, ${nearFirst(q, { name: 'a.display_name', code: 'a.username' })}, a.username LIMIT ${BROUGHT}::int`;
  return found('people', rows, {
    q,
    last: (row) => row.disabled,
    knownBy: (row) => ({ name: row.name, code: row.username, pinyin: pinyinOf(row.name) }),
    hit: (row) => ({
      kind: 'person',
      id: row.id,
      title: row.name,
      note: note([
        labelIn(ROLE_LABELS[row.role], locale),
        unitName(row.unit, locale),
        row.username,
        row.disabled && labelIn(DISABLED, locale),
      ]),
      href: `/users/${row.id}`,
    }),
    all: `/users?${new URLSearchParams({ q })}`,
  });
}
