import { columnName } from '@/lib/domain/imports/cell-address';
import { zipOf } from './zip';

type Value = string | number | null;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const cell = (value: Value, at: string) =>
  value === null
    ? ''
    : typeof value === 'number'
      ? `<c r="${at}"><v>${value}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;

function sheetXml(rows: readonly (readonly Value[])[], merges: readonly string[]): Buffer {
  const body = rows.map((cells, index) => {
    const row = index + 1;
    return `<row r="${row}">${cells.map((value, column) => cell(value, `${columnName(column)}${row}`)).join('')}</row>`;
  });
  const joined = merges.map((reference) => `<mergeCell ref="${reference}"/>`).join('');
  const tail = joined ? `<mergeCells>${joined}</mergeCells>` : '';
  return Buffer.from(`<worksheet xmlns="${MAIN}"><sheetData>${body.join('')}</sheetData>${tail}</worksheet>`);
}

/** A workbook as plain as the format allows: hundreds of thousands of rows in a second. Values hold no mark of XML. */
export function bareWorkbook(
  sheets: Record<string, readonly (readonly Value[])[]>,
  merges: Record<string, readonly string[]> = {},
): Buffer {
  const names = Object.keys(sheets);
  const listed = names.map((name, n) => `<sheet name="${name}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`).join('');
  const related = names.map(
    (_, n) => `<Relationship Id="rId${n + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n + 1}.xml"/>`,
  );
  return zipOf([
    ['[Content_Types].xml', Buffer.from('<Types/>')],
    [
      'xl/workbook.xml',
      Buffer.from(`<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${listed}</sheets></workbook>`),
    ],
    ['xl/_rels/workbook.xml.rels', Buffer.from(`<Relationships>${related.join('')}</Relationships>`)],
    ...names.map((name, n): [string, Buffer] => [
      `xl/worksheets/sheet${n + 1}.xml`,
      sheetXml(sheets[name] ?? [], merges[name] ?? []),
    ]),
  ]);
}
