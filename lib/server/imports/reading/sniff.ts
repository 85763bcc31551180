import 'server-only';
import { open } from 'node:fs/promises';
import { FileRefused } from './refusal';

export type FileKind = 'xlsx' | 'csv';

const startsWith = (head: Buffer, ...bytes: number[]) => bytes.every((byte, index) => head[index] === byte);
const utf16 = (text: string) => Buffer.from(text, 'utf16le');

/** What a file is by its content; its name is only what somebody called it. What can't be read is named, with the way out. */
export async function sniff(path: string): Promise<{ kind: FileKind; size: number }> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size === 0) throw new FileRefused('empty');
    const head = Buffer.alloc(Math.min(size, 65_536));
    await file.read(head, 0, head.length, 0);
    if (startsWith(head, 0x50, 0x4b, 0x03, 0x04)) return { kind: 'xlsx', size };
    if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) {
      const tail = Buffer.alloc(Math.min(size, 4 * 1024 * 1024));
      await file.read(tail, 0, tail.length, Math.max(0, size - tail.length));
      refuseCompound(Buffer.concat([head, tail]));
    }
    refuseOthers(head);
    return { kind: 'csv', size };
  } finally {
    await file.close();
  }
}

/** Compound files (CFB): old .xls and .et, Word, and every Office file with a password. */
function refuseCompound(bytes: Buffer): never {
  if (bytes.includes(utf16('EncryptedPackage')) || bytes.includes(utf16('EncryptionInfo')))
    throw new FileRefused('password');
  if (bytes.includes(utf16('WordDocument'))) throw new FileRefused('notWorkbook', { found: 'Word' });
  throw new FileRefused('xls');
}

function refuseOthers(head: Buffer): void {
  const text = head.subarray(0, 4096).toString('latin1').trimStart().toLowerCase();
  if (/^(\ufeff|ï»¿)?<(!doctype html|html|table|head|meta)/.test(text)) throw new FileRefused('html');
  if (/^(ï»¿)?<\?xml/.test(text)) throw new FileRefused('xmlSheet');
  if (text.startsWith('%pdf')) throw new FileRefused('notWorkbook', { found: 'PDF' });
  if (startsWith(head, 0xff, 0xd8, 0xff) || startsWith(head, 0x89, 0x50, 0x4e, 0x47)) throw new FileRefused('picture');
  if (startsWith(head, 0x52, 0x61, 0x72, 0x21) || startsWith(head, 0x37, 0x7a, 0xbc, 0xaf))
    throw new FileRefused('archive');
  const isWide = startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff);
  if (!isWide && head.includes(0)) throw new FileRefused('notWorkbook', { found: '?' });
}
