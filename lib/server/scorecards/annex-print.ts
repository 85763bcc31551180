import 'server-only';
import type { SpanTable } from '@/lib/domain/papers/span-table';
import type { AnnexForm } from '@/lib/domain/scorecards/paper/annex';
import type { Actor } from '@/lib/server/actor';
import { counties } from '@/lib/server/annual/plan-rows';
import { yearOf, yearsToChoose } from '@/lib/server/annual/year';
import type { Reader } from '@/lib/server/db/with-reader';
import { annexOfCard, blankAnnex } from './card-papers';
import { cardIdOf } from './season/county';
import { cardRecord } from './season/records';

export interface AnnexToPrint {
  table: SpanTable;
  year: number;
  /** null: no season of the year was opened; the form has no figures yet */
  card: string | null;
}

interface Which {
  county: string;
  year: number | undefined;
  form: AnnexForm;
}

/** 评价表 of a county and year: with its scores, or as the form is handed out. null: no such county for this person, or no such year. */
export async function annexToPrint(
  reader: Reader,
  actor: Actor,
  { county, year: asked, form }: Which,
): Promise<AnnexToPrint | null> {
  const year = asked ?? (await yearsToChoose(reader, actor)).current;
  const set = year === null ? null : await yearOf(reader, actor, year);
  const unit = (await counties(reader, actor)).find(({ id }) => id === county);
  if (year === null || !set || !unit) return null;
  const id = await cardIdOf(reader, actor, county, year);
  const record = id ? await cardRecord(reader, actor, id) : null;
  return record
    ? { year, card: record.row.id, table: annexOfCard(record, form) }
    : { year, card: null, table: blankAnnex(set.rulebook, unit.name, year, form) };
}
