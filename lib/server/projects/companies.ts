import 'server-only';
import { reason } from '@/lib/domain/kernel/result';
import { againstRetiring, companyReasons } from '@/lib/domain/projects/companies';
import type { CompanyList, CompanyView } from '@/lib/domain/projects/company-answers';
import type { CompanyCreate, CompanyListQuery, CompanyUpdate } from '@/lib/domain/projects/schema';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, created, done, notFound, refused } from '@/lib/server/answer';
import { instant } from '@/lib/server/compounds/sql';
import { Prisma } from '@/lib/server/db/sql';
import type { Tx } from '@/lib/server/db/with-actor';
import type { Reader } from '@/lib/server/db/with-reader';
import { namedUnit } from '@/lib/server/units/named';

/** The first wall: the offices' own counties; people of projects see, behind row security, those of their projects' county. */
const scope = (actor: Actor): Prisma.Sql =>
  actor.level === 'project'
    ? Prisma.sql`o.county_id = ANY((SELECT anju_project_counties())::uuid[])`
    : Prisma.sql`o.county_id = ANY(${[...actor.counties]}::uuid[])`;

const COLUMNS = Prisma.sql`o.id, ${namedUnit()} AS county, o.name, o.credit_code AS "creditCode", o.kinds, o.note,
  (SELECT count(*)::int FROM contract k WHERE k.company_id = o.id AND k.status = 'active') AS contracts, ${instant('o.retired_at')} AS "retiredAt", o.version`;

const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

function conditionsOf(actor: Actor, { q, county, kind, retired }: CompanyListQuery): Prisma.Sql {
  const all = [
    scope(actor),
    retired === 'yes' ? Prisma.sql`o.retired_at IS NOT NULL` : Prisma.sql`o.retired_at IS NULL`,
  ];
  if (county) all.push(Prisma.sql`o.county_id = ${county}::uuid`);
  if (kind) all.push(Prisma.sql`${kind} = ANY(o.kinds)`);
  if (q) all.push(Prisma.sql`(o.name ILIKE ${like(q)} OR o.credit_code ILIKE ${like(q)})`);
  return Prisma.join(all, ' AND ');
}

export async function listCompanies(reader: Reader, actor: Actor, query: CompanyListQuery): Promise<CompanyList> {
  const where = conditionsOf(actor, query);
  const [items, [counted]] = await Promise.all([
    reader.$queryRaw<CompanyView[]>`
      SELECT ${COLUMNS} FROM company o JOIN unit u ON u.id = o.county_id WHERE ${where} ORDER BY o.name, o.id LIMIT ${query.limit}::int OFFSET ${(query.page - 1) * query.limit}::int`,
    reader.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM company o WHERE ${where}`,
  ]);
  return { items, total: counted?.total ?? 0, page: query.page };
}

export async function oneCompany(reader: Reader, actor: Actor, id: string): Promise<CompanyView | null> {
  const [row] = await reader.$queryRaw<CompanyView[]>`
    SELECT ${COLUMNS} FROM company o JOIN unit u ON u.id = o.county_id WHERE ${scope(actor)} AND o.id = ${id}::uuid`;
  return row ?? null;
}

/** For the choice in a form: those of the county that are not retired. */
export async function companyChoices(
  reader: Reader,
  countyId: string,
): Promise<{ id: string; name: string; kinds: string[] }[]> {
  return reader.$queryRaw`SELECT id, name, kinds FROM company WHERE county_id = ${countyId}::uuid AND retired_at IS NULL ORDER BY name, id LIMIT 2000`;
}

export async function companyOf(
  reader: Reader,
  countyId: string,
  id: string,
): Promise<{ name: string; kinds: string[]; retired: boolean } | null> {
  const [row] = await reader.$queryRaw<{ name: string; kinds: string[]; retired: boolean }[]>`
    SELECT name, kinds, retired_at IS NOT NULL AS retired FROM company WHERE id = ${id}::uuid AND county_id = ${countyId}::uuid`;
  return row ?? null;
}

async function reasonsOf(tx: Tx, countyId: string, wanted: { name: string; creditCode: string | null }, self?: string) {
  const not = self ? { id: { not: self } } : {};
  const sameName = await tx.company.findFirst({
    where: { countyId, name: wanted.name, ...not },
    select: { retiredAt: true },
  });
  const sameCode = wanted.creditCode
    ? await tx.company.findFirst({ where: { countyId, creditCode: wanted.creditCode, ...not }, select: { name: true } })
    : null;
  return companyReasons({
    ...wanted,
    sameName: sameName && { retired: sameName.retiredAt !== null },
    sameCode: sameCode?.name ?? null,
  });
}

export async function createCompany(tx: Tx, actor: Actor, input: CompanyCreate): Promise<Answer<CompanyView>> {
  const { countyId } = actor;
  if (!countyId) return refused([reason('project.countyOnly')]);
  const creditCode = input.creditCode || null;
  const against = await reasonsOf(tx, countyId, { name: input.name, creditCode });
  if (against.length > 0) return refused(against);
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO company (county_id, name, credit_code, kinds, note, created_by)
    VALUES (${countyId}::uuid, ${input.name}, ${creditCode}, ${[...new Set(input.kinds)]}::text[], ${input.note ?? null}, ${actor.accountId}::uuid) RETURNING id`;
  const view = await oneCompany(tx, actor, row?.id ?? '');
  return view ? created(view, { version: view.version }) : notFound();
}

/** Behind a lock, and as the person saw it. */
async function held(tx: Tx, actor: Actor, id: string, version: number, sent: unknown): Promise<Answer<CompanyView>> {
  await tx.$queryRaw`SELECT 1 FROM company o WHERE o.id = ${id}::uuid AND ${scope(actor)} FOR UPDATE`;
  const company = await oneCompany(tx, actor, id);
  if (!company) return notFound();
  return company.version === version ? done(company) : conflict(company, sent, company.version);
}

export async function updateCompany(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  input: CompanyUpdate,
): Promise<Answer<CompanyView>> {
  const found = await held(tx, actor, id, version, input);
  if (!found.ok) return found;
  const company = found.value;
  const name = input.name ?? company.name;
  const creditCode = input.creditCode === undefined ? company.creditCode : input.creditCode || null;
  const against = await reasonsOf(tx, company.county.id, { name, creditCode }, id);
  if (against.length > 0) return refused(against);
  await tx.$executeRaw`
    UPDATE company SET name = ${name}, credit_code = ${creditCode}, kinds = ${[...new Set(input.kinds ?? company.kinds)]}::text[],
      note = ${input.note === undefined ? company.note : input.note}, version = version + 1, updated_at = anju_now() WHERE id = ${id}::uuid`;
  const view = await oneCompany(tx, actor, id);
  return view ? done(view, { version: view.version }) : notFound();
}

export async function retireCompany(tx: Tx, actor: Actor, id: string, version: number): Promise<Answer<CompanyView>> {
  const found = await held(tx, actor, id, version, {});
  if (!found.ok) return found;
  const against = againstRetiring(found.value.contracts);
  if (against.length > 0) return refused(against);
  await tx.$executeRaw`UPDATE company SET retired_at = coalesce(retired_at, anju_now()), version = version + 1, updated_at = anju_now() WHERE id = ${id}::uuid`;
  const view = await oneCompany(tx, actor, id);
  return view ? done(view, { version: view.version }) : notFound();
}
