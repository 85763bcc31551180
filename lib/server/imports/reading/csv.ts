import 'server-only';
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { unprotectCsv } from '@/lib/domain/imports/csv-safety';
import { FileRefused, LIMITS } from './refusal';
import type { SheetRow } from './sheet';

/** UTF-8 (with or without its mark), UTF-16 as Excel's "Unicode text", else GB18030 as Chinese Excel and WPS write csv. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // not this one
    }
  }
  throw new FileRefused('encoding');
}

const delimiterOf = (text: string): string => {
  const line = text.slice(0, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n'));
  const count = (mark: string) => line.split(mark).length - 1;
  return [',', '\t', ';'].sort((a, b) => count(b) - count(a))[0] ?? ',';
};

/** All rows of a csv file; the prefix that keeps a spreadsheet from running a field is taken off again. */
export async function readCsv(path: string): Promise<SheetRow[]> {
  const text = decode(await readFile(path)).replace(/^\ufeff/, '');
  let records: string[][];
  try {
    records = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 1024 * 1024,
    }) as string[][];
  } catch {
    throw new FileRefused('damaged');
  }
  if (records.length > LIMITS.rows + 100) throw new FileRefused('tooManyRows', { limit: LIMITS.rows });
  return records.map((record, index) => ({
    rowNo: index + 1,
    cells: record.map((field) => (field === '' ? null : unprotectCsv(field))),
    formulas: [],
  }));
}
