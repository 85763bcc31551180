import { type Reason, reason } from '../kernel/result';
import type { EntityKind, ProjectStatus } from './types';

/** What is done to a project is done while it goes on. */
export function againstWork(status: ProjectStatus): Reason[] {
  return status === 'active' ? [] : [reason(`project.notNow.${status}`)];
}

/** 改造类型 is one of the rule book's. */
export function typeReasons(known: readonly { code: string }[], type: string | null | undefined): Reason[] {
  return !type || known.some(({ code }) => code === type)
    ? []
    : [reason('project.typeUnknown', { found: type }, { field: 'renovationType' })];
}

export interface EntityChoice {
  kind: EntityKind | null;
  /** the town, where one implements; null: not found in the county */
  town: { kind: string } | null;
  /** the company of the county's register; null: not found */
  company: { retired: boolean } | null;
}

/** P四(三)1: the bureau itself, a town of the county, or a company of its register. */
export function entityReasons({ kind, town, company }: EntityChoice): Reason[] {
  const where = { clause: 'P四(三)1' };
  if (kind === 'town' && town?.kind !== 'subdistrict')
    return [reason('project.entityTown', undefined, { ...where, field: 'entityUnitId' })];
  if (kind === 'company' && (!company || company.retired))
    return [reason('project.entityCompany', undefined, { ...where, field: 'entityCompanyId' })];
  return [];
}
