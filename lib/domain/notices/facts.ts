import { z } from 'zod';

const count = z.int().min(0);
/** m², two places */
const area = z.string().meta({ description: '㎡, two places', examples: ['88.33'] });
const money = z.string().meta({ description: '元, two places', examples: ['4180000.00'] });

const namedCompound = z.object({
  id: z.uuid(),
  name: z.string(),
  /** 街道 and 社区, where they are recorded */
  place: z.string(),
  address: z.string().nullable(),
  buildings: count,
  households: count,
  area,
  /** 改造类型, as a list says it */
  note: z.string().nullable(),
});

const schemeFacts = z.object({
  no: z.int(),
  title: z.string(),
  estimate: money,
  ownersShare: money,
  hash: z.string(),
  parts: z.array(z.object({ part: z.string(), name: z.string(), summary: z.string() })),
});

const measure = z.object({
  name: z.string(),
  percent: z.string().nullable(),
  threshold: z.string(),
  reached: z.boolean(),
});
const roundFacts = z.object({
  round: z.union([z.literal(1), z.literal(2)]),
  attempt: z.int(),
  name: z.string(),
  /**
   * What everybody holds in hand once it is published: the hash of the frozen roll, and the head of the round's chain on that day. Whoever rewrote
   * the round afterwards, hashes and all, would have to collect the papers too (audit:verify --heads).
   */
  seal: z.object({ code: z.string(), rollHash: z.string(), seq: z.int(), hash: z.string() }),
  households: count,
  area,
  agreeHouseholds: count,
  agreeArea: area,
  disagreeHouseholds: count,
  disagreeArea: area,
  abstainHouseholds: count,
  abstainArea: area,
  tests: z.array(
    z.object({
      name: z.string(),
      clause: z.string(),
      decides: z.boolean(),
      passed: z.boolean(),
      measures: z.array(measure),
    }),
  ),
});

/** Figures of a notice, kept as they were published: sums and names of places, never of people. */
export const noticeFacts = z.object({
  scope: z.object({
    compounds: count,
    buildings: count,
    households: count,
    owners: count,
    area,
    /** 建筑面积 until the register holds 专有面积 */
    areaKind: z.enum(['floor', 'exclusive']),
  }),
  compounds: z.array(namedCompound),
  scheme: schemeFacts.nullable(),
  round: roundFacts.nullable(),
});
export type NoticeFacts = z.output<typeof noticeFacts>;
export type NamedCompound = z.output<typeof namedCompound>;
export type SchemeFacts = z.output<typeof schemeFacts>;
export type RoundFacts = z.output<typeof roundFacts>;
