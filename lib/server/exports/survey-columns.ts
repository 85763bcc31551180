import 'server-only';
import type { Entity, FieldSpec } from '@/lib/domain/imports/fields';
import {
  choiceWords,
  type Facility,
  ID_HEADER,
  type TemplateColumn,
  templateColumns,
  VERSION_HEADER,
} from '@/lib/domain/imports/template';
import { type CellValue, cellOf, formatOf } from '@/lib/server/workbooks/cells';
import type { SheetColumn } from '@/lib/server/workbooks/sheet-look';

/** Where the dropdowns of units stand: too long for a list inside the cell (255 characters). */
export const LISTS_SHEET = '_名单';

export interface Places {
  subdistricts: readonly string[];
  communities: readonly string[];
}

function placeList(field: string, { subdistricts, communities }: Places): string | undefined {
  const [letter, names] = field === 'subdistrict' ? ['A', subdistricts] : ['B', communities];
  return names.length > 0 ? `'${LISTS_SHEET}'!$${letter}$1:$${letter}$${names.length}` : undefined;
}

function listOf(spec: FieldSpec, places: Places): string | undefined {
  if (spec.role === 'place') return placeList(spec.field, places);
  const words = choiceWords(spec);
  return words.length > 0 ? `"${words.join(',')}"` : undefined;
}

function sheetColumn({ spec, header, width, help }: TemplateColumn, places: Places): SheetColumn {
  return {
    header,
    width,
    format: formatOf(spec.kind),
    required: spec.required ?? false,
    validation: { title: spec.label.zh, prompt: help, list: listOf(spec, places) },
  };
}

const hidden = (header: string): SheetColumn => ({ header, width: 12, format: '@', hidden: true });

export interface SurveySheet {
  columns: SheetColumn[];
  example: CellValue[];
  /** A stored row → its cells; id and version last, where nobody sees them. */
  cells: (row: Record<string, unknown>) => CellValue[];
}

export function surveySheet(entity: Entity, facilities: readonly Facility[], places: Places): SurveySheet {
  const template = templateColumns(entity, facilities);
  return {
    columns: [...template.map((column) => sheetColumn(column, places)), hidden(ID_HEADER), hidden(VERSION_HEADER)],
    example: template.map(({ example }) => example),
    cells: (row) => [
      ...template.map(({ spec }) => cellOf(spec, (row[spec.field] ?? null) as string | number | boolean | null)),
      String(row.id),
      String(row.version),
    ],
  };
}
