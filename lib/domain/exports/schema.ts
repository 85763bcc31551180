import { z } from 'zod';
import { compoundListQuery } from '../compounds/list-query';
import { LIST_COLUMNS } from '../compounds/types';
import { idField } from '../kernel/input';

/** survey: the workbook with the county's data; survey-template: the same, empty; compounds-list: what the list shows. */
export const EXPORT_KINDS = ['survey', 'survey-template', 'compounds-list'] as const;
export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;

export type ExportKind = (typeof EXPORT_KINDS)[number];
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const exportRequest = z.strictObject({
  kind: z.enum(EXPORT_KINDS),
  /** Of which county; one's own where it is not said. */
  county: idField.optional(),
  /** The address of the list: its filters and its order. */
  query: compoundListQuery.omit({ cursor: true, limit: true }).optional(),
  /** Which columns the list shows; all of them where it is not said. */
  columns: z.array(z.enum(LIST_COLUMNS)).max(LIST_COLUMNS.length).optional(),
  format: z.enum(EXPORT_FORMATS).default('xlsx'),
  unmasked: z.boolean().default(false),
  reason: z.string().trim().max(500).nullable().default(null),
});

export type ExportRequest = z.output<typeof exportRequest>;
