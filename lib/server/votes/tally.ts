import 'server-only';
import { formatArea } from '@/lib/domain/kernel/area';
import { ratioText } from '@/lib/domain/kernel/ratio';
import type { Rulebook, VoteTest } from '@/lib/domain/rulebook/schema';
import type { MeasureView, TallyView, VerdictView } from '@/lib/domain/votes/answers';
import { countedIn, judge, type Measure, percentOf } from '@/lib/domain/votes/count';
import type { Sums } from '@/lib/domain/votes/types';
import { Prisma } from '@/lib/server/db/sql';

/** The kept sums of a round as one JSON text: of vote_round r joined with vote_tally t. Areas in 0.01 m². */
export const TALLY = Prisma.sql`CASE WHEN t.round_id IS NOT NULL THEN json_build_object('households', r.roll_households, 'area', r.roll_area::text, 'voters', r.roll_voters,
  'agreeHouseholds', t.agree_households, 'agreeArea', t.agree_area::text, 'disagreeHouseholds', t.disagree_households, 'disagreeArea', t.disagree_area::text,
  'abstainHouseholds', t.abstain_households, 'abstainArea', t.abstain_area::text, 'votersIn', t.voters_in, 'votersAgree', t.voters_agree, 'checked', t.checked) END`;

/** As they are kept: areas in 0.01 m². */
export type KeptSums = Omit<TallyView, 'returned'>;

export const sumsOfKept = (kept: KeptSums): Sums => ({
  households: BigInt(kept.households),
  area: BigInt(kept.area),
  voters: BigInt(kept.voters),
  agreeHouseholds: BigInt(kept.agreeHouseholds),
  agreeArea: BigInt(kept.agreeArea),
  disagreeHouseholds: BigInt(kept.disagreeHouseholds),
  disagreeArea: BigInt(kept.disagreeArea),
  abstainHouseholds: BigInt(kept.abstainHouseholds),
  abstainArea: BigInt(kept.abstainArea),
  votersIn: BigInt(kept.votersIn),
  votersAgree: BigInt(kept.votersAgree),
});

const squareMetres = (hundredths: string | bigint): string => formatArea(BigInt(hundredths));

export const tallyView = (kept: KeptSums): TallyView => ({
  ...kept,
  area: squareMetres(kept.area),
  agreeArea: squareMetres(kept.agreeArea),
  disagreeArea: squareMetres(kept.disagreeArea),
  abstainArea: squareMetres(kept.abstainArea),
  returned: kept.agreeHouseholds + kept.disagreeHouseholds + kept.abstainHouseholds,
});

function measureView(measure: Measure): MeasureView {
  const { of, part, whole, threshold, strict, reached, missing } = measure;
  const said = (value: bigint) => (countedIn(of) === 'area' ? squareMetres(value) : value.toString());
  return {
    of,
    part: said(part),
    whole: said(whole),
    threshold: ratioText(threshold),
    strict,
    percent: percentOf(measure),
    reached,
    missing: reached ? null : said(missing),
  };
}

/** Every test of the rule book over these sums, the one that decides first. */
export function verdictsOf({ votes }: Rulebook, deciding: string, sums: Sums): VerdictView[] {
  const verdict = (test: VoteTest): VerdictView => {
    const { passed, measures } = judge(test, sums);
    const { code, name, nameEn, clause } = test;
    return {
      test: code,
      name,
      nameEn,
      clause,
      decides: code === deciding,
      passed,
      measures: measures.map(measureView),
    };
  };
  const [first, others] = [
    votes.tests.filter(({ code }) => code === deciding),
    votes.tests.filter(({ code }) => code !== deciding),
  ];
  return [...first, ...others].map(verdict);
}

export function testOf({ votes }: Rulebook, code: string): VoteTest {
  const found = votes.tests.find((test) => test.code === code);
  if (!found) throw new Error(`the rule book knows no vote test ${code}`);
  return found;
}
