import { ratioFrom } from '@/lib/domain/kernel/ratio';
import type { MeasureView, VerdictView } from '@/lib/domain/votes/answers';
import { countedIn } from '@/lib/domain/votes/count';
import { formatAreaNumber } from '@/lib/format/area';
import { groupThousands } from '@/lib/format/number';

type Words = (
  key: 'gauge.households' | 'gauge.owners' | 'gauge.area',
  values: { count: string; area: string },
) => string;

const isArea = ({ of }: MeasureView): boolean => countedIn(of) === 'area';

/** Where the line of a threshold stands, in percent of the bar; the only place where it is a decimal, for drawing. */
export function lineAt(threshold: string): number {
  const { numerator, denominator } = ratioFrom(threshold);
  return (100 * numerator) / denominator;
}

/** A figure of a measure for the eye, without its unit. */
export const figure = (measure: MeasureView, value: string): string =>
  isArea(measure) ? formatAreaNumber(value) : groupThousands(value);

/** 3 户, 2 人, 214.60 ㎡ */
export function amount(measure: MeasureView, value: string, t: Words): string {
  const said = figure(measure, value);
  if (isArea(measure)) return t('gauge.area', { area: said, count: said });
  return t(countedIn(measure.of) === 'households' ? 'gauge.households' : 'gauge.owners', { count: said, area: said });
}

/** 3 户、214.60 ㎡: everything that a test still lacks; '' when it is passed. */
export const lacking = ({ measures }: VerdictView, t: Words, comma: string): string =>
  measures.flatMap((one) => (one.missing === null ? [] : [amount(one, one.missing, t)])).join(comma);
