import 'server-only';
import { randomFillSync } from 'node:crypto';

const KEPT = 256;
const pool = Buffer.allocUnsafe(KEPT * 16);
let used = KEPT;

/** The millisecond of the last id, and how many it gave: twelve bits, so that ids of one process stand in the order in which they were given. */
let [last, nth] = [0, 0];
function tick(): void {
  const now = Date.now();
  if (now > last) [last, nth] = [now, 0];
  else if (++nth > 0xfff) [last, nth] = [last + 1, 0];
}

/** What anju_new_id() gives (UUID version 7), for rows that are named before they are written: thousands at a time. */
export function newId(): string {
  if (used === KEPT) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = pool.subarray(used * 16, ++used * 16);
  tick();
  bytes.writeUIntBE(last, 0, 6);
  bytes.writeUInt16BE(0x7000 | nth, 6);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
