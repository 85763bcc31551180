import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { requestBody } from '@/lib/domain/field/bodies';
import { FORMATS, readRecord } from '@/lib/domain/field/formats';
import { type FieldRecord, RECORD_FORMAT } from '@/lib/domain/field/types';
import { inspectionInput } from '@/lib/domain/inspections/schema';
import { reportInput } from '@/lib/domain/progress/schema';
import { ballotsInput, visitsInput } from '@/lib/domain/votes/schema';
import { rel } from '@/scripts/paths.mjs';

const FOLDER = rel('tests/fixtures/field');
const fixture = (format: number) => rel('tests/fixtures/field', `record-${format}.json`);
const read = (name: string) => readRecord(JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')));

const INPUTS = { ballot: ballotsInput, visit: visitsInput, inspection: inspectionInput, report: reportInput };
const taken = (record: FieldRecord): boolean => INPUTS[record.kind].safeParse(requestBody(record)).success;

describe('records that an older application left on a phone', () => {
  test('each format from the first to today’s has its reader, and a record of it to prove that', () => {
    expect(FORMATS).toEqual(Array.from({ length: RECORD_FORMAT }, (_, index) => index + 1));
    expect(FORMATS.filter((format) => !existsSync(fixture(format)))).toEqual([]);
  });

  test.each(readdirSync(FOLDER))('%s is read, and what it sends is what the server takes', (name) => {
    const record = read(name);
    expect(record?.format).toBe(RECORD_FORMAT);
    expect(record && taken(record)).toBe(true);
  });

  test('what the first format called by the ballot’s name is found under today’s', () => {
    const raw = JSON.parse(readFileSync(fixture(1), 'utf8'));
    const sent = readRecord({ ...raw, state: { is: 'sent', at: 5, ballotId: 'b1' } });
    expect(sent?.state).toEqual({ is: 'sent', at: 5, madeId: 'b1', version: null });
  });

  test('what a newer one wrote is not touched', () => {
    expect(readRecord({ format: RECORD_FORMAT + 1, id: 'x' })).toBeNull();
    expect(readRecord('nonsense')).toBeNull();
  });
});
