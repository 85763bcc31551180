import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BackupFile,
  backupOfName,
  type Keep,
  nameOfBackup,
  outdated,
  parseKeep,
} from '@/lib/domain/operations/backup-retention';

const DAY = 86_400_000;
const at = (text: string): BackupFile => {
  const madeAt = new Date(`${text}+08:00`);
  return { name: nameOfBackup(madeAt), madeAt };
};
/** Kept names, as the day they were made on. */
const days = (files: BackupFile[], keep: Keep, lastGood = files[0]?.name ?? '') => {
  const gone = new Set(outdated(files, keep, lastGood));
  return files
    .filter(({ name }) => !gone.has(name))
    .map(({ name }) => name.slice('anju-backup-'.length, -'-023000.tar.gz'.length))
    .sort();
};

const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
const second = instant.map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000));
const files = fc
  .uniqueArray(second, { minLength: 1, maxLength: 60, selector: (date) => date.getTime() })
  .map((dates) => dates.map((madeAt) => ({ name: nameOfBackup(madeAt), madeAt })));
const keep = fc.record({
  days: fc.integer({ min: 1, max: 12 }),
  weeks: fc.integer({ min: 0, max: 8 }),
  months: fc.integer({ min: 0, max: 14 }),
});

describe('the name of a backup', () => {
  it('tells the time in China', () => {
    expect(nameOfBackup(new Date('2026-11-25T18:30:00Z'))).toBe('anju-backup-20261126-023000.tar.gz');
  });
  it('leads back to its time, and sorts by it', () => {
    fc.assert(
      fc.property(second, second, (a, b) => {
        expect(backupOfName(nameOfBackup(a))).toEqual({ name: nameOfBackup(a), madeAt: a });
        expect(nameOfBackup(a) < nameOfBackup(b)).toBe(a < b);
      }),
    );
  });
  it.each([
    'anju-backup-20260231-023000.tar.gz',
    'anju-backup-20261126-253000.tar.gz',
    'anju-backup.tar.gz',
    '摸底表.xlsx',
    '.anju-backup-x.part',
  ])('%s is none of ours', (name) => expect(backupOfName(name)).toBeNull());
});

describe('what stays', () => {
  const year = Array.from({ length: 400 }, (_, n) =>
    at(new Date(Date.UTC(2026, 10, 26) - n * DAY).toISOString().slice(0, 10).concat('T02:30:00')),
  );

  it('of a year of nights: seven days, four weeks, twelve months', () => {
    expect(days(year, { days: 7, weeks: 4, months: 12 })).toEqual(
      // 26 November 2026 is a Thursday; of a week its Sunday is the newest, of a month its last day
      [
        ...[
          '20251231',
          '20260131',
          '20260228',
          '20260331',
          '20260430',
          '20260531',
          '20260630',
          '20260731',
          '20260831',
          '20260930',
          '20261031',
        ],
        ...['20261108', '20261115'],
        ...['20261120', '20261121', '20261122', '20261123', '20261124', '20261125', '20261126'],
      ],
    );
  });
  it('of several on one day the newest', () => {
    const morning = [at('2026-11-26T15:00:00'), at('2026-11-26T02:30:00'), at('2026-11-25T02:30:00')];
    expect(outdated(morning, { days: 2, weeks: 0, months: 0 }, morning[0]?.name ?? '')).toEqual([morning[1]?.name]);
  });
  it('a server that was off for a year loses none by it', () => {
    const old = year.slice(360, 366);
    expect(outdated([at('2026-11-26T02:30:00'), ...old], { days: 7, weeks: 0, months: 0 }, old[0]?.name ?? '')).toEqual(
      [],
    );
  });

  it('the last good one always, and the newest always', () => {
    fc.assert(
      fc.property(files, keep, fc.nat(), (all, rule, pick) => {
        const lastGood = all[pick % all.length]?.name ?? '';
        const gone = outdated(all, rule, lastGood);
        const newest = [...all].sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime())[0]?.name;
        expect(gone).not.toContain(lastGood);
        expect(gone).not.toContain(newest);
      }),
    );
  });
  it('never more than the rule says, and at least as many days as it says where there are so many', () => {
    fc.assert(
      fc.property(files, keep, (all, rule) => {
        const lastGood = all[0]?.name ?? '';
        const stay = all.length - outdated(all, rule, lastGood).length;
        const withDays = new Set(all.map(({ name }) => name.slice(12, 20))).size;
        expect(stay).toBeLessThanOrEqual(rule.days + rule.weeks + rule.months + 1);
        expect(stay).toBeGreaterThanOrEqual(Math.min(rule.days, withDays));
      }),
    );
  });
  it('asked again, nothing more goes; in any order the same goes', () => {
    fc.assert(
      fc.property(files, keep, (all, rule) => {
        const lastGood = all[0]?.name ?? '';
        const gone = outdated(all, rule, lastGood);
        expect(outdated([...all].reverse(), rule, lastGood)).toEqual(gone);
        expect(
          outdated(
            all.filter(({ name }) => !gone.includes(name)),
            rule,
            lastGood,
          ),
        ).toEqual([]);
      }),
    );
  });
});

describe('ANJU_BACKUP_KEEP', () => {
  it('is days, weeks, months', () => {
    expect(parseKeep('7,4,12')).toEqual({ days: 7, weeks: 4, months: 12 });
    expect(parseKeep(' 30, 0 ,0')).toEqual({ days: 30, weeks: 0, months: 0 });
  });
  it.each(['', '7', '7,4', '0,4,12', '7,4,12,1', '-1,4,12', '7,4,x', '7.5,4,12'])('%s is none', (text) =>
    expect(parseKeep(text)).toBeNull(),
  );
});
