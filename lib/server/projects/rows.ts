import 'server-only';
import { instant } from '@/lib/server/compounds/sql';
import { Prisma } from '@/lib/server/db/sql';
import { namedUnit } from '@/lib/server/units/named';

/** Fen as yuan with two places; exact, since 0.01 is numeric. NULL stays NULL. */
export const yuan = (column: string): Prisma.Sql => Prisma.raw(`(${column} * 0.01)::text`);

/** Of the company that `id` names, as far as it is o of the register: a town is told its name alone. */
export const companyName = (id: string): Prisma.Sql => Prisma.raw(`coalesce(o.name, anju_company_name(${id}), '—')`);

/** What the lists and the head have in common: of project p, its county cu, its year y, its current stage st. */
export const PROJECT_FACTS = Prisma.sql`'id', p.id, 'code', p.code, 'name', p.name, 'county', ${namedUnit('cu')}, 'year', y.year,
  'stage', p.stage, 'step', st.step, 'status', p.status, 'entityKind', p.entity_kind, 'entityName', p.entity_name, 'compounds', p.compounds,
  'estimate', ${yuan('p.estimate')}, 'budget', ${yuan('p.budget')}, 'contractSum', ${yuan('p.contract_sum')}, 'finalAccount', ${yuan('p.final_account')},
  'audited', ${yuan('p.audited')}, 'fundingSum', ${yuan('p.funding_sum')}, 'findingsOpen', p.findings_open,
  'version', p.version, 'updatedAt', ${instant('p.updated_at')}`;

export const PROJECT_HEAD = Prisma.sql`${PROJECT_FACTS}, 'rulebookId', p.rulebook_id, 'renovationType', p.renovation_type, 'entityUnitId', p.entity_unit_id,
  'entityCompanyId', p.entity_company_id, 'newLand', p.new_land, 'newPipelines', p.new_pipelines, 'structuralWork', p.structural_work`;

export const PROJECT_JOINS = Prisma.sql`JOIN unit cu ON cu.id = p.county_id JOIN programme_year y ON y.id = p.programme_year_id
  LEFT JOIN project_stage st ON st.project_id = p.id AND st.stage = p.stage`;
