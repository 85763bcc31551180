import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FIGURES, figureRows } from '@/lib/domain/projects/figures';
import { fundingBalance } from '@/lib/domain/projects/funding';

const none = { estimate: null, budget: null, contracts: null, finalAccount: null, audited: null };
const row = (amounts: Partial<Record<(typeof FIGURES)[number], bigint>>, key: string) =>
  figureRows({ ...none, ...amounts }).find((one) => one.key === key);

describe('概算 → 预算 → 合同 → 决算 → 审定', () => {
  it.each([
    // estimate, budget, difference, per cent, pointed out
    [100_000n, 100_000n, 0n, '0.00', false],
    [100_000n, 110_000n, 10_000n, '+10.00', false],
    [100_000n, 110_001n, 10_001n, '+10.01', true],
    [100_000n, 90_000n, -10_000n, '-10.00', false],
    [100_000n, 89_999n, -10_001n, '-10.01', true],
    [9_999_999n, 10_000_000n, 1n, '+0.01', false],
    [300n, 400n, 100n, '+33.33', true],
    [41_800_000n, 39_600_050n, -2_199_950n, '-5.26', false],
  ])('%s → %s', (estimate, budget, difference, percent, flagged) =>
    expect(row({ estimate, budget }, 'budget')).toMatchObject({ against: 'estimate', difference, percent, flagged }),
  );

  it('is compared with the nearest one that is known', () => {
    expect(row({ estimate: 100n, contracts: 90n }, 'contracts')).toMatchObject({
      against: 'estimate',
      difference: -10n,
    });
    expect(row({ contracts: 90n }, 'contracts')).toMatchObject({ against: null, difference: null, percent: null });
  });

  it('of nothing there is no share', () =>
    expect(row({ estimate: 0n, budget: 5n }, 'budget')).toMatchObject({
      difference: 5n,
      percent: null,
      flagged: true,
    }));

  it('the steps make the whole, and what is pointed out never reads as a tenth', () => {
    const sum = fc.bigInt({ min: 1n, max: 10n ** 13n });
    fc.assert(
      fc.property(sum, sum, sum, sum, sum, (estimate, budget, contracts, finalAccount, audited) => {
        const rows = figureRows({ estimate, budget, contracts, finalAccount, audited });
        expect(rows.reduce((all, { difference }) => all + (difference ?? 0n), estimate)).toBe(audited);
        for (const { percent, flagged } of rows)
          if (percent !== null) expect(Math.abs(Number(percent)) > 10).toBe(flagged);
      }),
    );
  });
});

describe('the funding plan beside the cost', () => {
  it.each([
    [[100n, 50n], 150n, 0n, 'equal'],
    [[100n, 49n], 150n, -1n, 'short'],
    [[100n, 51n], 150n, 1n, 'over'],
    [[], 0n, 0n, 'equal'],
  ])('%s of %s', (amounts, cost, difference, state) =>
    expect(fundingBalance(amounts, cost)).toMatchObject({ difference, state }),
  );
});
