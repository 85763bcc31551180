import { describe, expect, it } from 'vitest';
import { headsFrom } from '@/lib/server/audit/verify/heads';

const HEAD = { chain: 'county:1', seq: 3, total: 56, hash: 'ab12' };

describe('chain heads kept from earlier', () => {
  it('are read as they were printed, also with the report around them', () => {
    const printed = JSON.stringify([HEAD], null, 2);
    expect(headsFrom(printed)).toEqual([HEAD]);
    expect(headsFrom(`npm warn …\n${printed}\n检查了 56 条日志\n✓ 完整`)).toEqual([HEAD]);
    expect(headsFrom(JSON.stringify([HEAD]))).toEqual([HEAD]);
  });

  it('are read from the closing record of an exported file', () => {
    const lines = [
      { record: 'first', identity: 'x', exportedAt: 'y' },
      { record: 'closing', lines: 56, heads: [HEAD] },
    ];
    expect(headsFrom(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n`)).toEqual([HEAD]);
  });

  it('are not made up from anything else', () => {
    for (const text of [
      '',
      '[]',
      '{}',
      'heads',
      '[{"chain":"county:1"}]',
      '{"record":"closing","lines":0,"heads":[]}',
    ]) {
      expect(headsFrom(text), text).toBeNull();
    }
  });
});
