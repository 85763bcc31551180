import { type FieldRecord, RECORD_FORMAT } from './types';

type Raw = Record<string, unknown>;

/** The first one knew records of doors alone, and called what came of them by the ballot's name. */
function fromFirst(raw: Raw): Raw {
  const { state } = raw as { state: Raw };
  if (state.is !== 'sent') return raw;
  const { ballotId, ...rest } = state;
  return { ...raw, state: { ...rest, madeId: ballotId ?? null, version: null } };
}

/**
 * A reader per format that was ever written on a phone: a record of an older one becomes one of today and is delivered. Readers are
 * added and never removed; tests/fixtures/field holds records of each.
 */
const READERS: Record<number, (raw: Raw) => Raw> = {
  1: fromFirst,
  2: (raw) => raw,
};

export const FORMATS = Object.keys(READERS).map(Number);

/** null: written by a newer version of the application. It is left as it is until that version runs again. */
export function readRecord(raw: unknown): FieldRecord | null {
  const format = typeof raw === 'object' && raw !== null && 'format' in raw ? Number(raw.format) : Number.NaN;
  const read = READERS[format];
  return read ? ({ ...read(raw as Raw), format: RECORD_FORMAT } as unknown as FieldRecord) : null;
}
