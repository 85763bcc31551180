import { createHash } from 'node:crypto';

const [WIDTH, HEIGHT, LEFT] = [595, 842, 79];
/** Chinese characters of a line; Latin ones and figures take half a place */
const PER_LINE = 31;

const isNarrow = (character: string): boolean => character < '\u0100';
const widthOf = (text: string): number => [...text].reduce((sum, one) => sum + (isNarrow(one) ? 0.5 : 1), 0);
const HANGS = '，。、；：）》”';

const hex = (text: string) => `<${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
const line = (text: string, size: number, x: number, y: number) =>
  `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm ${hex(text)} Tj ET`;
const centred = (text: string, size: number, y: number) => line(text, size, (WIDTH - widthOf(text) * size) / 2, y);

/** Cut to lines of a page; each paragraph begins two characters in, and no line begins with a mark that belongs to the one before. */
function* wrapped(paragraphs: readonly string[]): Generator<string> {
  for (const paragraph of paragraphs) {
    let line = '　　';
    for (const character of paragraph) {
      if (widthOf(line) >= PER_LINE && !HANGS.includes(character)) {
        yield line;
        line = '';
      }
      line += character;
    }
    yield line;
  }
}

export interface PageText {
  title: string;
  number: string | null;
  paragraphs: readonly string[];
  issuer: string;
  date: string;
}

const chinese = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

function contentOf({ title, number, paragraphs, issuer, date }: PageText): string {
  const titles =
    widthOf(title) > 24
      ? [title.slice(0, Math.ceil(title.length / 2)), title.slice(Math.ceil(title.length / 2))]
      : [title];
  const body = [...wrapped(paragraphs)];
  const last = 660 - body.length * 26 - 40;
  const right = (text: string) => WIDTH - LEFT - widthOf(text) * 14;
  return [
    '0.1 0.1 0.1 rg',
    ...titles.map((one, at) => centred(one, 18, 760 - at * 28)),
    ...(number ? [centred(number, 13, 700)] : []),
    ...body.map((one, at) => line(one, 14, LEFT, 660 - at * 26)),
    line(issuer, 14, right(issuer), last),
    line(chinese(date), 14, right(chinese(date)), last - 26),
    `0.8 0.1 0.1 RG 1.6 w ${right('演示文件') - 14} ${last - 62} 84 26 re S 0.8 0.1 0.1 rg`,
    line('演示文件', 14, right('演示文件'), last - 54),
  ].join('\n');
}

/** One A4 page of an official paper as a PDF, set in a face that readers of Chinese papers bring along; the same bytes each time. */
export function pageOf(text: PageText): Buffer {
  const content = contentOf(text);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500] /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  let file = '%PDF-1.5\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + table + trailer, 'latin1');
}

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
