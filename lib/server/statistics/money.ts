import 'server-only';
import type { Measure, SourceSum } from '@/lib/domain/funds/overview';
import { ofUnit, type Plans } from '@/lib/domain/statistics/facts';
import type { Reader } from '@/lib/server/db/with-reader';
import type { Span } from './counted';

interface SumRow {
  unit: string;
  source: string;
  kind: string;
  measure: Measure;
  /** moved in the month that is asked for */
  inMonth: boolean;
  fen: string;
}

/** What the ledger keeps and the funding plans name, up to the last day; the same tables as 资金总览. */
const sumRows = (reader: Reader, { yearId, counties, from, until }: Span) => reader.$queryRaw<SumRow[]>`
  SELECT county_id AS unit, source, fund_kind AS kind, measure, coalesce(month >= ${from}::date, false) AS "inMonth", sum(amount)::text AS fen FROM ledger_total
  WHERE programme_year_id = ${yearId}::uuid AND county_id = ANY(${counties}::uuid[]) AND (${from}::date IS NULL OR month <= ${until}::date) GROUP BY 1, 2, 3, 4, 5
  UNION ALL SELECT county_id, source, fund_kind, 'planned', false, amount::text FROM fund_planned_total
  WHERE programme_year_id = ${yearId}::uuid AND county_id = ANY(${counties}::uuid[]) AND amount <> 0`;

const planRows = (reader: Reader, { yearId, counties }: Span) => reader.$queryRaw<(Plans & { unit: string })[]>`
  SELECT county_id AS unit, (count(*) FILTER (WHERE funding_sum > 0))::int AS known, (count(*) FILTER (WHERE funding_sum <= 0))::int AS missing
  FROM project WHERE programme_year_id = ${yearId}::uuid AND county_id = ANY(${counties}::uuid[]) AND status <> 'withdrawn' GROUP BY 1`;

export interface Money {
  soFar: SourceSum[];
  /** of the month alone */
  month: SourceSum[];
  plans: Plans;
}

/** By county, the money of the year by source and kind. */
export async function moneyOf(reader: Reader, span: Span): Promise<(county: string) => Money> {
  const [sums, plans] = await Promise.all([sumRows(reader, span), planRows(reader, span)]);
  const [sumsOf, plansOf] = [ofUnit(sums), ofUnit(plans)];
  const read = ({ source, kind, measure, fen }: SumRow): SourceSum => ({ source, kind, measure, amount: BigInt(fen) });
  return (county) => {
    const own = sumsOf(county);
    const { known, missing } = plansOf(county)[0] ?? { known: 0, missing: 0 };
    return {
      soFar: own.map(read),
      month: own.filter(({ inMonth }) => inMonth).map(read),
      plans: { known, missing },
    };
  };
}
