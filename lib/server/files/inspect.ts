import 'server-only';
import { open } from 'node:fs/promises';
import yauzl from 'yauzl';

export type Kind = 'jpeg' | 'png' | 'webp' | 'pdf' | 'xlsx' | 'docx';

export const MEDIA_TYPES: Record<Kind, string> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

export const ENDINGS: Record<Kind, string> = {
  jpeg: '.jpg',
  png: '.png',
  webp: '.webp',
  pdf: '.pdf',
  xlsx: '.xlsx',
  docx: '.docx',
};

export const isImage = (kind: Kind): boolean => kind === 'jpeg' || kind === 'png' || kind === 'webp';

const startsWith = (head: Buffer, bytes: number[], at = 0) => bytes.every((byte, index) => head[at + index] === byte);

/** What a file is by its content; null for everything not on the list, whatever its name says (HTML, SVG, scripts, archives, macros). */
export async function kindOf(file: string): Promise<Kind | null> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const head = Buffer.alloc(16);
    await handle.read(head, 0, 16, 0);
    if (startsWith(head, [0xff, 0xd8, 0xff])) return 'jpeg';
    if (startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
    if (startsWith(head, [0x52, 0x49, 0x46, 0x46]) && startsWith(head, [0x57, 0x45, 0x42, 0x50], 8)) return 'webp';
    if (startsWith(head, [0x25, 0x50, 0x44, 0x46, 0x2d])) {
      const tail = Buffer.alloc(Math.min(2048, size));
      await handle.read(tail, 0, tail.length, size - tail.length);
      return tail.includes('%%EOF') ? 'pdf' : null;
    }
    return startsWith(head, [0x50, 0x4b, 0x03, 0x04]) ? officeKind(file) : null;
  } finally {
    await handle.close();
  }
}

const MAX_PARTS = 5_000;
const MAX_INFLATED = 300 * 1024 * 1024;

/** Only the list of parts is read, nothing is unpacked. Parts that leave the folder, macros and bombs make it no document of ours. */
function officeKind(file: string): Promise<Kind | null> {
  return new Promise((resolve) => {
    yauzl.open(file, { lazyEntries: true, strictFileNames: true }, (failed, zip) => {
      if (failed) return resolve(null);
      const names = new Set<string>();
      let inflated = 0;
      const end = (kind: Kind | null) => {
        zip.close();
        resolve(kind);
      };
      zip.on('error', () => end(null));
      zip.on('entry', (entry: yauzl.Entry) => {
        inflated += entry.uncompressedSize;
        names.add(entry.fileName);
        const refused = names.size > MAX_PARTS || inflated > MAX_INFLATED || /vbaProject\.bin$/i.test(entry.fileName);
        if (refused) return end(null);
        zip.readEntry();
      });
      zip.on('end', () => {
        const typed = names.has('[Content_Types].xml');
        end(typed && names.has('xl/workbook.xml') ? 'xlsx' : typed && names.has('word/document.xml') ? 'docx' : null);
      });
      zip.readEntry();
    });
  });
}
