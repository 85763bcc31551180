import 'server-only';
import { FileRefused, LIMITS } from './refusal';
import { XmlFault, XmlScanner } from './xml-scanner';
import type { ZipFile } from './zip';

export interface SheetInfo {
  name: string;
  path: string;
  hidden: boolean;
}

type NumberShown = 'date' | 'percent' | null;

export interface Workbook {
  zip: ZipFile;
  sheets: SheetInfo[];
  strings: string[];
  /** For each cell format: what it shows a number as, where that is no number. */
  formats: NumberShown[];
  date1904: boolean;
}

/** What is no workbook of the modern kind says what it is. */
function checkParts(names: ReadonlySet<string>): void {
  if ([...names].some((name) => /vbaProject\.bin$/i.test(name))) throw new FileRefused('macros');
  if (names.has('xl/workbook.bin')) throw new FileRefused('xlsb');
  if (names.has('xl/workbook.xml')) return;
  if (names.has('word/document.xml')) throw new FileRefused('notWorkbook', { found: 'Word' });
  if (names.has('ppt/presentation.xml')) throw new FileRefused('notWorkbook', { found: 'PowerPoint' });
  if (names.has('mimetype') && names.has('content.xml')) throw new FileRefused('ods');
  throw new FileRefused('archive');
}

async function scan(zip: ZipFile, name: string, on: ConstructorParameters<typeof XmlScanner>[0]): Promise<void> {
  const scanner = new XmlScanner(on);
  try {
    for await (const chunk of zip.chunks(name)) scanner.feed(chunk);
    scanner.end();
  } catch (error) {
    throw error instanceof XmlFault ? new FileRefused('damaged') : error;
  }
}

const ignore = () => {};

async function readRelations(zip: ZipFile): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await scan(zip, 'xl/_rels/workbook.xml.rels', {
    open: (name, attribute) => {
      if (name !== 'Relationship' || attribute('TargetMode') === 'External') return;
      const target = attribute('Target') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`.replace(/[^/]+\/\.\.\//g, '');
      targets.set(attribute('Id') ?? '', path);
    },
    close: ignore,
    text: ignore,
  });
  return targets;
}

async function readSheets(zip: ZipFile): Promise<{ sheets: SheetInfo[]; date1904: boolean }> {
  const targets = await readRelations(zip);
  const sheets: SheetInfo[] = [];
  let date1904 = false;
  await scan(zip, 'xl/workbook.xml', {
    open: (name, attribute) => {
      if (name === 'workbookPr') date1904 = /^(1|true)$/.test(attribute('date1904') ?? '');
      if (name !== 'sheet') return;
      const path = targets.get(attribute('id') ?? '');
      if (!path || !zip.names.has(path)) return;
      sheets.push({ name: attribute('name') ?? '', path, hidden: (attribute('state') ?? 'visible') !== 'visible' });
    },
    close: ignore,
    text: ignore,
  });
  return { sheets, date1904 };
}

async function readStrings(zip: ZipFile): Promise<string[]> {
  const name = [...zip.names].find((part) => /^xl\/sharedStrings\.xml$/i.test(part));
  if (!name) return [];
  const strings: string[] = [];
  let text = '';
  let chars = 0;
  let inText = false;
  let phonetic = false;
  await scan(zip, name, {
    open: (tag) => {
      if (tag === 'si') text = '';
      if (tag === 'rPh') phonetic = true;
      if (tag === 't') inText = !phonetic;
    },
    close: (tag) => {
      if (tag === 't') inText = false;
      if (tag === 'rPh') phonetic = false;
      if (tag !== 'si') return;
      chars += text.length;
      if (chars > LIMITS.sharedStringChars) throw new FileRefused('bomb', { megabytes: 600 });
      strings.push(text);
    },
    text: (piece) => {
      if (inText) text += piece;
    },
  });
  return strings;
}

/** Built-in formats of dates, the Chinese ones among them. */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
/** 0% and 0.00%. */
const isBuiltInPercent = (id: number) => id === 9 || id === 10;
function shownBy(code: string): NumberShown {
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').replace(/general/i, '');
  if (/[ymdhse年月日]/i.test(bare)) return 'date';
  return bare.includes('%') ? 'percent' : null;
}
const shownByBuiltIn = (id: number): NumberShown =>
  isBuiltInDate(id) ? 'date' : isBuiltInPercent(id) ? 'percent' : null;

async function readFormats(zip: ZipFile): Promise<NumberShown[]> {
  if (!zip.names.has('xl/styles.xml')) return [];
  const custom = new Map<number, NumberShown>();
  const formats: NumberShown[] = [];
  let inCellFormats = false;
  await scan(zip, 'xl/styles.xml', {
    open: (name, attribute) => {
      if (name === 'numFmt') custom.set(Number(attribute('numFmtId')), shownBy(attribute('formatCode') ?? ''));
      if (name === 'cellXfs') inCellFormats = true;
      if (name !== 'xf' || !inCellFormats) return;
      const id = Number(attribute('numFmtId') ?? 0);
      formats.push(custom.has(id) ? (custom.get(id) ?? null) : shownByBuiltIn(id));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
    text: ignore,
  });
  return formats;
}

export async function openWorkbook(zip: ZipFile): Promise<Workbook> {
  checkParts(zip.names);
  const { sheets, date1904 } = await readSheets(zip);
  if (sheets.length === 0) throw new FileRefused('damaged');
  return { zip, sheets, date1904, strings: await readStrings(zip), formats: await readFormats(zip) };
}
