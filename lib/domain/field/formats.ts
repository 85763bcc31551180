import { type FieldRecord, RECORD_FORMAT } from './types';

/**
 * A reader per format that was ever written on a phone: a record of an older one becomes one of today and is delivered. Readers are
 * added and never removed; tests/fixtures/field holds a record of each.
 */
const READERS: Record<number, (raw: unknown) => FieldRecord> = {
  1: (raw) => raw as FieldRecord,
};

export const FORMATS = Object.keys(READERS).map(Number);

/** null: written by a newer version of the application. It is left as it is until that version runs again. */
export function readRecord(raw: unknown): FieldRecord | null {
  const format = typeof raw === 'object' && raw !== null && 'format' in raw ? Number(raw.format) : Number.NaN;
  const read = READERS[format];
  return read ? { ...read(raw), format: RECORD_FORMAT } : null;
}
