import fc from 'fast-check';
import { CHOICES, type Choice, type RollHousehold } from '@/lib/domain/votes/types';

export interface Case {
  roll: RollHousehold[];
  standing: Map<string, Choice>;
}

/** Arbitrary rolls: areas from 0.01 m² to the size of a hall, voters with several dwellings, any of them returned or not. */
export const rolls = (most = 40): fc.Arbitrary<Case> =>
  fc
    .array(
      fc.record({
        area: fc.oneof(fc.bigInt(1n, 20_000n), fc.bigInt(1n, 9n), fc.constant(8_833n)),
        voter: fc.integer({ min: 1, max: 12 }),
        choice: fc.option(fc.constantFrom(...CHOICES)),
      }),
      { maxLength: most },
    )
    .map((homes) => ({
      roll: homes.map(({ area, voter }, at) => ({ id: `h${at}`, area, voter })),
      standing: new Map(
        homes.flatMap(({ choice }, at): [string, Choice][] => (choice === null ? [] : [[`h${at}`, choice]])),
      ),
    }));
