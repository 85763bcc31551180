import 'server-only';

/** An archive is pieces of at most this size, so that neither side ever holds a table. */
export const PIECE = 1024 * 1024;
export const HEAD_ENTRY = 'anju-backup.json';
export const MANIFEST_ENTRY = 'manifest.json';

export type Kind = 'tables' | 'files';
export interface Piece {
  kind: Kind;
  name: string;
  number: number;
}

export const pieceEntry = ({ kind, name, number }: Piece): string =>
  `${kind}/${name}/${String(number).padStart(6, '0')}`;

const ENTRY = /^(?:(tables)\/([a-z_][a-z0-9_.]*)|(files)\/([0-9a-f]{2}\/[0-9a-f]{64}))\/(\d{6,})$/;

/** null for every other name, whatever path it would lead to. */
export function pieceOf(entry: string): Piece | null {
  const match = ENTRY.exec(entry);
  const name = match?.[2] ?? match?.[4];
  return match && name ? { kind: (match[1] ?? match[3]) as Kind, name, number: Number(match[5]) } : null;
}

const BLOCK = 512;
const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`;

/** The header of one file in a tar (ustar): readable for its owner alone, of no date, so that the same content gives the same bytes. */
function headerOf(name: string, size: number): Buffer {
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0, 100, 'latin1');
  header.write(
    `${octal(0o600, 7)}${octal(0, 7)}${octal(0, 7)}${octal(size, 11)}${octal(0, 11)}        0`,
    100,
    'latin1',
  );
  header.write('ustar\x0000', 257, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}

/** One entry of a tar: header, content, filled up to whole blocks. */
export function tarEntry(name: string, content: Buffer): Buffer[] {
  const rest = content.length % BLOCK;
  const filling = rest === 0 ? [] : [Buffer.alloc(BLOCK - rest)];
  return [headerOf(name, content.length), content, ...filling];
}

export const TAR_END = Buffer.alloc(2 * BLOCK);

/** Any stream in pieces of one size; at least one, empty where there is nothing. */
export async function* inPieces(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  let given = false;
  for await (const chunk of source) {
    waiting.push(chunk);
    size += chunk.length;
    while (size >= PIECE) {
      const all = Buffer.concat(waiting, size);
      yield all.subarray(0, PIECE);
      given = true;
      waiting = [all.subarray(PIECE)];
      size -= PIECE;
    }
  }
  if (size > 0 || !given) yield Buffer.concat(waiting, size);
}
