import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { requestBody } from '@/lib/domain/field/bodies';
import { FORMATS, readRecord } from '@/lib/domain/field/formats';
import { RECORD_FORMAT } from '@/lib/domain/field/types';
import { ballotsInput } from '@/lib/domain/votes/schema';
import { rel } from '@/scripts/paths.mjs';

const fixture = (format: number) => rel('tests/fixtures/field', `record-${format}.json`);

describe('records that an older application left on a phone', () => {
  test('each format from the first to today’s has its reader, and a record of it to prove that', () => {
    expect(FORMATS).toEqual(Array.from({ length: RECORD_FORMAT }, (_, index) => index + 1));
    expect(FORMATS.filter((format) => !existsSync(fixture(format)))).toEqual([]);
  });

  test.each(FORMATS)('format %s is read, and what it sends is what the server takes', (format) => {
    const record = readRecord(JSON.parse(readFileSync(fixture(format), 'utf8')));
    expect(record?.format).toBe(RECORD_FORMAT);
    const body = record && requestBody(record);
    expect(ballotsInput.safeParse(body).success).toBe(true);
  });

  test('what a newer one wrote is not touched', () => {
    expect(readRecord({ format: RECORD_FORMAT + 1, id: 'x' })).toBeNull();
    expect(readRecord('nonsense')).toBeNull();
  });
});
