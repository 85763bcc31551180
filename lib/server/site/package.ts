import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import { MONTHS_ALONG, type SitePackage } from '@/lib/domain/field/site-package';
import { levelFor } from '@/lib/domain/inspections/types';
import type { ReportAnswer } from '@/lib/domain/progress/answers';
import { againstWriting } from '@/lib/domain/progress/report';
import type { ReportMonth } from '@/lib/domain/progress/report-month';
import { againstActing } from '@/lib/domain/projects/acting';
import { againstWork } from '@/lib/domain/projects/facts';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import type { Actor } from '@/lib/server/actor';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import type { Reader } from '@/lib/server/db/with-reader';
import { inspectionSheet } from '@/lib/server/inspections/ground';
import { monthsOf } from '@/lib/server/progress/months';
import { reportView } from '@/lib/server/progress/view';
import { projectHead } from '@/lib/server/projects/queries';

const worded = ({ code, name, nameEn }: Rulebook['menu'][number]) => ({ code, name, nameEn });

/** The checklist of the site, with the points of what is planned there and of every site; null: it is not inspected now. */
async function inspectionOf(reader: Reader, id: string, rulebook: Rulebook): Promise<SitePackage['inspection']> {
  const sheet = await inspectionSheet(reader, id, rulebook);
  if (sheet.startOn === null) return null;
  const planned = new Set(sheet.planned.map(({ item }) => item));
  const points = sheet.points.filter(({ item }) => item === null || planned.has(item));
  const kinds = rulebook.inspections.kinds.map(({ code, name, nameEn }) => ({ code, name, nameEn }));
  return { sheet: { ...sheet, points }, kinds };
}

/** The oldest months that are still to be filled in, as this person may. */
async function reportsOf(reader: Reader, actor: Actor, id: string): Promise<ReportAnswer[]> {
  const months = (await monthsOf(reader, actor, id))?.items ?? [];
  const open = months.filter(({ status }) => status === null || againstWriting(status).length === 0).reverse();
  const reports: ReportAnswer[] = [];
  for (const { month } of open.slice(0, MONTHS_ALONG)) {
    const report = await reportView(reader, actor, { id, month: month as ReportMonth });
    if (report?.may.write) reports.push(report);
  }
  return reports;
}

/** All that a phone takes along to the site of a project; null: nothing that this person may see. */
export async function sitePackage(reader: Reader, actor: Actor, id: string): Promise<SitePackage | null> {
  const project = await projectHead(reader, actor, id);
  if (!project) return null;
  const rulebook = await rulebookOf(reader, project.rulebookId);
  const works = againstWork(project.status).length === 0 && againstActing(actor, project).length === 0;
  const inspects = works && levelFor(actor.role) !== null && can(actor.role, 'inspection.write');
  const inspection = inspects ? await inspectionOf(reader, id, rulebook) : null;
  const reports = works && can(actor.role, 'progress.write') ? await reportsOf(reader, actor, id) : [];
  const items = new Set([
    ...(inspection?.sheet.planned.map(({ item }) => item) ?? []),
    ...reports.flatMap(({ planned }) => planned.map(({ item }) => item)),
  ]);
  const { code, name, stage, status } = project;
  return {
    project: { id, code, name, stage, status },
    menu: rulebook.menu.filter((item) => items.has(item.code)).map(worded),
    inspection,
    reports,
  };
}
