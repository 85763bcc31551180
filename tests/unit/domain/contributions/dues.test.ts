import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DuesFacts, dueStateOf, duesOf } from '@/lib/domain/contributions/dues';
import { type PaidLine, paymentReasons, reversalReasons } from '@/lib/domain/contributions/payments';
import { nextReceipt, receiptsAlong } from '@/lib/domain/contributions/receipts';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { sumMoney } from '@/lib/domain/kernel/money';

const day = calendarDateOf('2020-06-01');
const home = (id: string, area: bigint | null = 100n) => ({ id, name: `${id}室`, area });
const facts = (more: Partial<DuesFacts>): DuesFacts => ({
  ...{ amount: 100n, rule: 'area', homes: [home('a'), home('b')], former: [], reason: null },
  ...more,
});
const codes = (decided: ReturnType<typeof duesOf>) => (decided.ok ? [] : decided.reasons.map(({ code }) => code));

describe('dues', () => {
  it('the parts make the whole to the fen, whatever the areas and the rule', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 13n }),
        fc.constantFrom('area' as const, 'household' as const),
        fc.array(fc.bigInt({ min: 1n, max: 10n ** 9n }), { minLength: 1, maxLength: 60 }),
        (amount, rule, areas) => {
          const decided = duesOf(facts({ amount, rule, homes: areas.map((area, at) => home(String(at), area)) }));
          if (!decided.ok) throw new Error('refused');
          expect(sumMoney(decided.value.values())).toBe(amount);
          expect([...decided.value.values()].every((part) => part >= 0n)).toBe(true);
        },
      ),
    );
  });

  it('equal parts need no areas, parts by area need all of them', () => {
    const homes = [home('a', null), home('b')];
    expect(duesOf(facts({ rule: 'household', homes })).ok).toBe(true);
    expect(codes(duesOf(facts({ homes })))).toEqual(['contribution.areaMissing']);
    expect(codes(duesOf(facts({ homes: [home('a', 0n)] })))).toEqual(['contribution.areaMissing']);
  });

  it('set anew: a reason, a difference, and nobody below what they paid', () => {
    const former = [
      { id: 'a', name: 'a室', amount: 50n, paid: 50n },
      { id: 'b', name: 'b室', amount: 50n, paid: 0n },
    ];
    expect(codes(duesOf(facts({ former, reason: '原因' })))).toEqual(['contribution.sameAgain']);
    expect(codes(duesOf(facts({ former, amount: 80n })))).toEqual([
      'contribution.reasonMissing',
      'contribution.paidMore',
    ]);
    expect(codes(duesOf(facts({ former, amount: 120n, reason: '调整' })))).toEqual([]);
    // who paid and left the register is given back first
    expect(codes(duesOf(facts({ former, homes: [home('b')], reason: '拆除' })))).toEqual(['contribution.paidMore']);
  });

  it('stands where it stands', () => {
    expect([0n, 1n, 2n].map((paid) => dueStateOf({ amount: 2n, paid }))).toEqual(['unpaid', 'part', 'paid']);
  });
});

describe('payments', () => {
  it('whatever is sent in whatever order, nobody is recorded above what is due', () => {
    const line = fc.record({
      householdId: fc.constantFrom('a', 'b', 'c'),
      amount: fc.bigInt({ min: 1n, max: 60n }),
      receiptNo: fc.nat(9).map(String),
    });
    fc.assert(
      fc.property(fc.array(fc.array(line, { minLength: 1, maxLength: 4 }), { maxLength: 30 }), (lists) => {
        const dues = new Map(['a', 'b'].map((id) => [id, { name: id, amount: 100n, paid: 0n }]));
        const receiptsUsed = new Set<string>();
        for (const lines of lists) {
          if (paymentReasons(lines, day, { dues, receiptsUsed, today: day }).length > 0) continue;
          for (const { householdId, amount, receiptNo } of lines) {
            const due = dues.get(householdId);
            if (!due) throw new Error('nothing is due');
            expect(receiptsUsed.has(receiptNo)).toBe(false);
            due.paid += amount;
            receiptsUsed.add(receiptNo);
          }
          for (const { amount, paid } of dues.values()) expect(paid <= amount).toBe(true);
        }
      }),
    );
  });

  it('names every reason of every line', () => {
    const dues = new Map([['a', { name: '1栋101', amount: 100n, paid: 40n }]]);
    const lines: PaidLine[] = [
      { householdId: 'a', amount: 61n, receiptNo: '1' },
      { householdId: 'x', amount: 1n, receiptNo: '1' },
    ];
    const future = calendarDateOf('2020-06-02');
    const reasons = paymentReasons(lines, future, { dues, receiptsUsed: new Set(['1']), today: day });
    expect(reasons.map(({ code, field }) => [code, field])).toEqual([
      ['contribution.inFuture', 'paidOn'],
      ['contribution.beyondDue', 'items.0.amount'],
      ['contribution.receiptUsed', 'items.0.receiptNo'],
      ['contribution.nothingDue', 'items.1.householdId'],
    ]);
    expect(reasons[1]?.params).toEqual({ name: '1栋101', found: '0.61', left: '0.60' });
  });

  it('are taken back once, not before they were made, not in the future', () => {
    const facts = { kind: 'payment' as const, reversed: false, paidOn: day, on: day, today: day };
    expect(reversalReasons(facts)).toEqual([]);
    expect(reversalReasons({ ...facts, reversed: true })).toHaveLength(1);
    expect(reversalReasons({ ...facts, kind: 'reversal' })).toHaveLength(1);
    expect(reversalReasons({ ...facts, on: calendarDateOf('2020-05-31') })).toHaveLength(1);
    expect(reversalReasons({ ...facts, on: calendarDateOf('2020-06-02') })).toHaveLength(1);
  });

  it.each([
    ['0000199', '0000200'],
    ['A-9', 'A-10'],
    ['收2020第3号', ''],
    ['', ''],
  ])('the receipt after %s is %s', (last, next) => {
    expect(nextReceipt(last)).toBe(next);
  });

  it('a list is numbered on from its first receipt, and from each number that was typed', () => {
    expect(receiptsAlong('098', [undefined, undefined, undefined])).toEqual(['098', '099', '100']);
    expect(receiptsAlong('098', [undefined, 'B-7', undefined])).toEqual(['098', 'B-7', 'B-8']);
    expect(receiptsAlong('098', ['', undefined])).toEqual(['', '']);
    expect(receiptsAlong('收据', [undefined, undefined])).toEqual(['收据', '']);
    expect(receiptsAlong('1', [])).toEqual([]);
  });
});
