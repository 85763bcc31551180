import type { MeasureView, VerdictView } from '@/lib/domain/votes/answers';
import { formatAreaNumber } from '@/lib/format/area';
import { groupThousands } from '@/lib/format/number';

type Words = (
  key: 'gauge.households' | 'gauge.owners' | 'gauge.area',
  values: { count: string; area: string },
) => string;

const isArea = ({ of }: MeasureView): boolean => of === 'area' || of === 'participantArea' || of === 'agreeingArea';

/** A figure of a measure for the eye, without its unit. */
export const figure = (measure: MeasureView, value: string): string =>
  isArea(measure) ? formatAreaNumber(value) : groupThousands(value);

/** 3 户, 2 人, 214.60 ㎡ */
export function amount(measure: MeasureView, value: string, t: Words): string {
  const said = figure(measure, value);
  if (isArea(measure)) return t('gauge.area', { area: said, count: said });
  return t(measure.of === 'households' ? 'gauge.households' : 'gauge.owners', { count: said, area: said });
}

/** 3 户、214.60 ㎡: everything that a test still lacks; '' when it is passed. */
export const lacking = ({ measures }: VerdictView, t: Words, comma: string): string =>
  measures.flatMap((one) => (one.missing === null ? [] : [amount(one, one.missing, t)])).join(comma);
