import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BackupFacts,
  dueSlot,
  lastSlot,
  nextBackupAt,
  parseTimeOfDay,
  RETRY_MS,
} from '@/lib/domain/operations/backup-schedule';

const NIGHT = { hour: 2, minute: 30 };
const DAY = 86_400_000;
const china = (text: string) => new Date(`${text}+08:00`);
const facts = (now: string, more: Partial<BackupFacts> = {}): BackupFacts => ({
  now: china(now),
  lastGoodAt: null,
  lastTryAt: null,
  lastTryFailed: false,
  installedAt: china('2026-11-01T09:00:00'),
  ...more,
});
const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
const time = fc.record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) });

describe('the time of day', () => {
  it('is a time in China, or off', () => {
    expect(parseTimeOfDay('02:30')).toEqual(NIGHT);
    expect(parseTimeOfDay('23:59')).toEqual({ hour: 23, minute: 59 });
    expect(parseTimeOfDay('off')).toBeNull();
  });
  it.each(['', '2:30', '24:00', '02:60', '02:30:00', 'never'])('%s is none', (text) =>
    expect(parseTimeOfDay(text)).toBeUndefined(),
  );
  it('the last slot is no more than a day ago, never ahead, and at that time in China', () => {
    fc.assert(
      fc.property(instant, time, (now, at) => {
        const slot = lastSlot(now, at);
        expect(slot.getTime()).toBeLessThanOrEqual(now.getTime());
        expect(now.getTime() - slot.getTime()).toBeLessThan(DAY);
        const shown = new Date(slot.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
        expect(shown).toBe(`${String(at.hour).padStart(2, '0')}:${String(at.minute).padStart(2, '0')}`);
      }),
    );
  });
});

describe('when the next one is due', () => {
  it('made last night: tonight', () => {
    const good = { lastGoodAt: china('2026-11-26T02:30:10'), lastTryAt: china('2026-11-26T02:30:10') };
    expect(nextBackupAt(facts('2026-11-26T10:00:00', good), NIGHT)).toEqual(china('2026-11-27T02:30:00'));
    expect(dueSlot(facts('2026-11-26T10:00:00', good), NIGHT)).toBeNull();
  });
  it('the server was off at night: at once after the start', () => {
    const good = { lastGoodAt: china('2026-11-24T02:30:10'), lastTryAt: china('2026-11-24T02:30:10') };
    expect(dueSlot(facts('2026-11-26T08:05:00', good), NIGHT)).toEqual(china('2026-11-26T02:30:00'));
  });
  it('made by hand in the evening: the night is still due', () => {
    const good = { lastGoodAt: china('2026-11-25T18:00:00'), lastTryAt: china('2026-11-25T18:00:00') };
    expect(dueSlot(facts('2026-11-26T02:30:00', good), NIGHT)).toEqual(china('2026-11-26T02:30:00'));
  });
  it('failed: again after half an hour, and not before', () => {
    const failed = {
      lastGoodAt: china('2026-11-25T02:30:10'),
      lastTryAt: china('2026-11-26T02:30:05'),
      lastTryFailed: true,
    };
    expect(dueSlot(facts('2026-11-26T02:59:00', failed), NIGHT)).toBeNull();
    expect(dueSlot(facts('2026-11-26T03:00:05', failed), NIGHT)).toEqual(china('2026-11-26T02:30:00'));
  });
  it('installed this morning: tonight is the first', () => {
    const fresh = { installedAt: china('2026-11-26T09:00:00') };
    expect(nextBackupAt(facts('2026-11-26T10:00:00', fresh), NIGHT)).toEqual(china('2026-11-27T02:30:00'));
  });
  it('what is due was not made since its slot; what is not due comes within a day, or after a retry', () => {
    const past = fc.integer({ min: 0, max: 20 * DAY });
    fc.assert(
      fc.property(instant, time, past, past, fc.boolean(), fc.boolean(), (now, at, goodAgo, tryAgo, failed, ever) => {
        const ago = (ms: number) => new Date(now.getTime() - ms);
        const known: BackupFacts = {
          now,
          installedAt: ago(30 * DAY),
          lastGoodAt: ever ? ago(goodAgo) : null,
          lastTryAt: ago(tryAgo),
          lastTryFailed: failed,
        };
        const slot = dueSlot(known, at);
        if (slot) expect(known.lastGoodAt === null || known.lastGoodAt < slot).toBe(true);
        else expect(nextBackupAt(known, at).getTime() - now.getTime()).toBeLessThanOrEqual(Math.max(DAY, RETRY_MS));
      }),
    );
  });
});
