import 'server-only';
import type { Writable } from 'node:stream';
import { type EntryColumn, entryListQuery } from '@/lib/domain/funds/entries-query';
import { countedSum, type EntryRow } from '@/lib/domain/funds/entry-answers';
import { itemLabel, MOVEMENT_LABELS } from '@/lib/domain/funds/labels';
import { fundWords } from '@/lib/domain/funds/words';
import { type Locale, labelIn } from '@/lib/domain/kernel/label';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import type { Actor } from '@/lib/server/actor';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { withActor } from '@/lib/server/db/with-actor';
import { listEntries } from '@/lib/server/funds/entries';
import type { KeptOfEntries } from './jobs';
import { columnsOf, type FileColumn, shownOf } from './list-columns';
import { pagesOf, writeList } from './list-file';
import type { Progress } from './survey-export';

const { text, number, decimal } = columnsOf<EntryRow, EntryColumn>();

/** Looked for by an item, a payment counts with its part for it, as in the list; the whole stands beside it. */
function entryColumns(rulebook: Rulebook, item: string | undefined): FileColumn<EntryRow, EntryColumn>[] {
  const { sources, earmarks, menu } = fundWords(rulebook);
  const worded = (found: { name: string; nameEn: string } | undefined, code: string, locale: Locale) =>
    found ? labelIn({ zh: found.name, en: found.nameEn }, locale) : code || null;
  const sourceOf = ({ source }: EntryRow) => sources.find(({ code }) => code === source);
  return [
    text('name', '凭证号', 'Voucher', 28, (row) => row.voucherNo),
    text('date', '日期', 'Date', 12, (row) => row.entryOn),
    text('movement', '变动', 'Movement', 12, ({ movement }, locale) => labelIn(MOVEMENT_LABELS[movement], locale)),
    text('movement', '计入', 'Counts as', 12, ({ of }, locale) => labelIn(MOVEMENT_LABELS[of], locale)),
    text('county', '县市', 'County', 12, (row) => row.county.name),
    number('project', '年度', 'Year', '0', (row) => row.year),
    text('project', '项目编号', 'Project code', 18, (row) => row.project?.code ?? null),
    text('project', '项目', 'Project', 30, (row) => row.project?.name ?? null),
    text('source', '资金来源', 'Source', 24, (row, locale) => worded(sourceOf(row), row.source, locale)),
    text('source', '类别', 'Kind', 16, (row, locale) =>
      worded(
        sourceOf(row)?.kinds.find(({ code }) => code === row.kind),
        row.kind,
        locale,
      ),
    ),
    text('earmark', '用途', 'Purpose', 16, (row, locale) =>
      worded(
        earmarks.find(({ code }) => code === row.earmark),
        row.earmark,
        locale,
      ),
    ),
    decimal('amount', '金额（元）', 'Amount (yuan)', countedSum),
    ...(item ? [decimal('amount', '整笔金额（元）', 'Whole amount (yuan)', (row) => row.amount)] : []),
    text('counterparty', '对方单位', 'Counterparty', 26, (row) => row.counterparty),
    text('contract', '合同编号', 'Contract', 22, (row) => row.contract?.no ?? null),
    text('items', '改造内容', 'Items', 40, (row, locale) =>
      row.items.map(({ item, amount }) => `${labelIn(itemLabel(menu, item), locale)} ${amount}`).join('；'),
    ),
    text('note', '摘要', 'Note', 36, (row) => row.note),
  ];
}

/** The entries that the list would show this person, in its order. */
export async function writeEntriesList(
  out: Writable,
  actor: Actor,
  { kept, county }: { kept: KeptOfEntries; county: string | null },
  progress: Progress,
): Promise<string> {
  const { rulebook } = await withActor(actor, (tx) => rulebookInForce(tx));
  const pages = pagesOf((place) => {
    const query = entryListQuery.parse({ ...kept.query, ...(county ? { county } : {}), ...place });
    return withActor(actor, (tx) => listEntries(tx, actor, query));
  }, progress);
  return writeList(out, actor, {
    format: kept.format,
    name: { zh: '资金台账', en: 'ledger' },
    sheet: { zh: '资金台账', en: 'Ledger' },
    columns: shownOf(entryColumns(rulebook, kept.query?.item), kept.columns),
    pages,
  });
}
