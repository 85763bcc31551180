import 'server-only';
import { labelIn } from '@/lib/domain/kernel/label';
import { standingOf } from '@/lib/domain/projects/labels';
import type { ProjectStatus } from '@/lib/domain/projects/types';
import { stageNames } from '@/lib/domain/stages/names';
import type { NamedUnit } from '@/lib/domain/units/named';
import { unitName } from '@/lib/format/unit-name';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { Prisma } from '@/lib/server/db/sql';
import { projectsSearched } from '@/lib/server/projects/list';
import { projectScope } from '@/lib/server/projects/scope';
import { namedUnit } from '@/lib/server/units/named';
import { BROUGHT, nearFirst } from './near';
import { type Asked, found, note } from './shown';

interface Row {
  id: string;
  code: string;
  name: string;
  pinyin: string;
  stage: number;
  status: ProjectStatus;
  county: NamedUnit;
}

export async function projectHits({ reader, actor, locale, q }: Asked) {
  const [rows, { rulebook }] = await Promise.all([
    reader.$queryRaw<Row[]>`
      SELECT p.id, p.code, p.name, p.pinyin, p.stage, p.status, ${namedUnit('cu')} AS county
      FROM project p JOIN unit cu ON cu.id = p.county_id WHERE ${projectScope(actor)} AND ${Prisma.join(projectsSearched(q), ' AND ')}
      ORDER BY ${nearFirst(q, { name: 'p.name', code: 'p.code', pinyin: 'p.pinyin' })}, p.pinyin, p.id LIMIT ${BROUGHT}::int`,
    rulebookInForce(reader),
  ]);
  const names = stageNames(rulebook, locale);
  return found('projects', rows, {
    q,
    knownBy: (row) => row,
    hit: (row) => ({
      kind: 'project',
      id: row.id,
      title: row.name,
      note: note([
        row.code,
        actor.level === 'prefecture' && unitName(row.county, locale),
        row.status === 'active' && names.stage(row.stage) ? names.stage(row.stage) : labelIn(standingOf(row), locale),
      ]),
      href: `/projects/${row.id}`,
    }),
    all: `/projects?${new URLSearchParams({ q })}`,
  });
}
