import 'server-only';
import { randomFillSync } from 'node:crypto';

const KEPT = 256;
const pool = Buffer.allocUnsafe(KEPT * 16);
let used = KEPT;

/** What anju_new_id() gives (UUID version 7), for rows that are named before they are written: thousands at a time. */
export function newId(): string {
  if (used === KEPT) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = pool.subarray(used * 16, ++used * 16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
