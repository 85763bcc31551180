import { z } from 'zod';
import { COMPLAINT_COLUMNS, complaintListQuery } from '../complaints/list-query';
import { compoundListQuery } from '../compounds/list-query';
import { LIST_COLUMNS } from '../compounds/types';
import { ENTRY_COLUMNS, entryListQuery } from '../funds/entries-query';
import { FOUND_COLUMNS, INSPECTION_COLUMNS, inspectionListQuery } from '../inspections/schema';
import { idField } from '../kernel/input';
import { NEWS_COLUMNS, newsListQuery } from '../news/schema';
import { PROJECT_COLUMNS, projectListQuery } from '../projects/list-query';

/** survey: the workbook with the county's data; survey-template: the same, empty; the others: what the list shows. */
export const EXPORT_KINDS = [
  'survey',
  'survey-template',
  'compounds-list',
  'projects-list',
  'fund-entries',
  'news-list',
  'complaints-list',
  'inspections-list',
  'findings-list',
] as const;
export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;

export type ExportKind = (typeof EXPORT_KINDS)[number];
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const common = {
  /** Of which county; one's own where it is not said. */
  county: idField.optional(),
  format: z.enum(EXPORT_FORMATS).default('xlsx'),
  unmasked: z.boolean().default(false),
  reason: z.string().trim().max(500).nullable().default(null),
};
const pages = { cursor: true, limit: true } as const;
const numbered = { page: true, limit: true } as const;

// `query`: the address of the list, its filters and its order. `columns`: which of them it shows; all where it is not said.
export const compoundsExport = z.strictObject({
  kind: z.enum(['survey', 'survey-template', 'compounds-list']),
  query: compoundListQuery.omit(pages).optional(),
  columns: z.array(z.enum(LIST_COLUMNS)).max(LIST_COLUMNS.length).optional(),
  ...common,
});
export const projectsExport = z.strictObject({
  kind: z.literal('projects-list'),
  query: projectListQuery.omit(pages).optional(),
  columns: z.array(z.enum(PROJECT_COLUMNS)).max(PROJECT_COLUMNS.length).optional(),
  ...common,
});
export const entriesExport = z.strictObject({
  kind: z.literal('fund-entries'),
  query: entryListQuery.omit(pages).optional(),
  columns: z.array(z.enum(ENTRY_COLUMNS)).max(ENTRY_COLUMNS.length).optional(),
  ...common,
});
export const newsExport = z.strictObject({
  kind: z.literal('news-list'),
  query: newsListQuery.omit(pages).optional(),
  columns: z.array(z.enum(NEWS_COLUMNS)).max(NEWS_COLUMNS.length).optional(),
  ...common,
});
export const complaintsExport = z.strictObject({
  kind: z.literal('complaints-list'),
  query: complaintListQuery.omit(pages).optional(),
  columns: z.array(z.enum(COMPLAINT_COLUMNS)).max(COMPLAINT_COLUMNS.length).optional(),
  ...common,
});
export const inspectionsExport = z.strictObject({
  kind: z.literal('inspections-list'),
  query: inspectionListQuery.omit(numbered).optional(),
  columns: z.array(z.enum(INSPECTION_COLUMNS)).max(INSPECTION_COLUMNS.length).optional(),
  ...common,
});
/** Under the conditions of the list of inspections. */
export const findingsExport = z.strictObject({
  kind: z.literal('findings-list'),
  query: inspectionListQuery.omit(numbered).optional(),
  columns: z.array(z.enum(FOUND_COLUMNS)).max(FOUND_COLUMNS.length).optional(),
  ...common,
});
export const exportRequest = z.discriminatedUnion('kind', [
  compoundsExport,
  projectsExport,
  entriesExport,
  newsExport,
  complaintsExport,
  inspectionsExport,
  findingsExport,
]);

export type ExportRequest = z.output<typeof exportRequest>;
