import 'server-only';
import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { BackupRefused } from './refused';

/**
 * A backup ends with its seal: a second member of the gzip file, of a fixed length, that says the sha-256 and the MAC of every byte before it.
 * The MAC's key comes from the installation's own key: who can reach the disk with the backups cannot make or change one
 * (docs/decisions/0014-backup-and-restore.md).
 */
export interface SealKeys {
  /** of the column key: tells whether the key at hand is the one */
  fingerprint: string;
  mac: Buffer;
}

const derived = (columnKey: string, purpose: string, length: number) =>
  Buffer.from(hkdfSync('sha256', Buffer.from(columnKey, 'base64'), '', purpose, length));

export const sealKeys = (columnKey: string): SealKeys => ({
  fingerprint: derived(columnKey, 'anju-column-key-fingerprint', 8).toString('hex'),
  mac: derived(columnKey, 'anju-backup-seal', 32),
});

interface Seal {
  key: string;
  sha256: string;
  mac: string;
}

const textOf = ({ key, sha256, mac }: Seal) => `anju-seal 1\nkey ${key}\nsha256 ${sha256}\nmac ${mac}\n`;
const TEXT = /^anju-seal 1\nkey ([0-9a-f]{16})\nsha256 ([0-9a-f]{64})\nmac ([0-9a-f]{64})\n$/;

/** A gzip member that holds its text as it is (one stored block): any program reads it, and every byte of it is known beforehand. */
function member(text: string): Buffer {
  const content = Buffer.from(text, 'latin1');
  const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff, 1, 0, 0, 0, 0]);
  head.writeUInt16LE(content.length, 11);
  head.writeUInt16LE(content.length ^ 0xffff, 13);
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(crc32(content), 0);
  tail.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, tail]);
}

export const SEAL_BYTES = member(textOf({ key: '0'.repeat(16), sha256: '0'.repeat(64), mac: '0'.repeat(64) })).length;

/** Takes in the bytes of a backup in order and tells its seal. */
export function sealing({ fingerprint, mac }: SealKeys): {
  update: (bytes: Uint8Array) => void;
  seal: () => Buffer;
} {
  const hash = createHash('sha256');
  const keyed = createHmac('sha256', mac);
  return {
    update: (bytes) => {
      hash.update(bytes);
      keyed.update(bytes);
    },
    seal: () => {
      hash.update(fingerprint);
      return member(textOf({ key: fingerprint, sha256: hash.digest('hex'), mac: keyed.digest('hex') }));
    },
  };
}

function sealIn(bytes: Buffer): Seal | null {
  const [, key, sha256, mac] = TEXT.exec(bytes.subarray(15, -8).toString('latin1')) ?? [];
  return key && sha256 && mac ? { key, sha256, mac } : null;
}

async function lastBytes(file: string, size: number): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const bytes = Buffer.alloc(SEAL_BYTES);
    await handle.read(bytes, 0, SEAL_BYTES, size - SEAL_BYTES);
    return bytes;
  } finally {
    await handle.close();
  }
}

/** Reads every byte once. Answers how many of them are the archive; throws where one is missing or another than it was. */
export async function readSeal(file: string, keys: SealKeys): Promise<{ body: number }> {
  const { size } = await stat(file).catch(() => {
    throw new BackupRefused('not_there', file);
  });
  const bytes = size > SEAL_BYTES ? await lastBytes(file, size) : Buffer.alloc(0);
  const said = sealIn(bytes);
  if (!said) throw new BackupRefused('cut', file);
  const body = size - SEAL_BYTES;
  const found = sealing({ fingerprint: said.key, mac: keys.mac });
  for await (const chunk of createReadStream(file, { end: body - 1, highWaterMark: 1024 * 1024 })) {
    found.update(chunk as Buffer);
  }
  const expected = found.seal();
  const whole = sealIn(expected)?.sha256 === said.sha256;
  // whole, as it says itself, but under another key: only then is it the key that is wrong
  if (whole && said.key !== keys.fingerprint) throw new BackupRefused('other_key', file);
  if (!expected.equals(bytes)) throw new BackupRefused('altered', file);
  return { body };
}
