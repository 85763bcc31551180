import type pg from 'pg';
import { insert } from './world';

interface Of {
  of: Record<string, unknown>;
  compoundId: string;
  account: string;
  fileId: string | undefined;
  code: string;
}

const day = '2031-03-01';

/** An inspection with its point, its photo, what it found, and a stop-work note for it. */
export async function inspections(owner: pg.Client, { of, compoundId, account, fileId, code }: Of): Promise<void> {
  const by = { created_by: account };
  const inspection = await insert(owner, 'inspection', {
    ...{
      ...of,
      compound_id: compoundId,
      kinds: ['quality'],
      level: 'county',
      inspected_on: day,
      inspector: '王丽',
      ...by,
    },
  });
  const finding = await insert(owner, 'finding', {
    ...{ ...of, compound_id: compoundId, kind: 'quality', grade: 'grave', place: '路面', content: '积水' },
    ...{ inspected_on: day, limit_on: day, inspection_id: inspection, check_code: 'C-R07-02', ...by },
  });
  const put = (table: string, row: Record<string, unknown>) =>
    owner.query(
      `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row).map((_, at) => `$${at + 1}`)})`,
      Object.values(row),
    );
  await put('inspection_check', {
    ...{ ...of, inspection_id: inspection, code: 'C-R07-02', kind: 'quality', item: 'C-R07', result: 'fail' },
    ...{ sighting: 'new', finding_id: finding },
  });
  await put('inspection_photo', { ...of, inspection_id: inspection, file_id: fileId, position: 1 });
  const stop = await insert(owner, 'stop_work', {
    ...{ ...of, no: `${code}-停1`, level: 'county', reason: '积水', issued_on: day, issuer: '王丽', ...by },
  });
  await put('stop_work_finding', { ...of, stop_work_id: stop, finding_id: finding });
}
