import { useLocale, useMessages, useTranslations } from 'next-intl';
import type { Clause } from '@/components/ui/why-popover';
import { calendarDateOf, isCalendarDate } from '@/lib/domain/kernel/calendar-date';
import { formatHundredths } from '@/lib/domain/kernel/hundredths';
import type { FormulaAnswer, RowAnswer, TestAnswer } from '@/lib/domain/scorecards/live-answers';
import { formatDate } from '@/lib/format/date';
import { formatCount } from '@/lib/format/number';
import { formatReason } from '@/lib/format/reason';

/** Clauses by id, as the page found them in the rule book. */
export type Clauses = Record<string, Clause>;

/** 200 → '2.00' */
export const pointsText = (points: number): string => formatHundredths(BigInt(points));

/** Points, formulas, records in words. */
export function useScoreWords() {
  const t = useTranslations('scorecards');
  const locale = useLocale();
  const { reasons } = useMessages();
  const day = (date: string) => formatDate(calendarDateOf(date), locale);
  const readable = (value: string | number) => (isCalendarDate(String(value)) ? day(String(value)) : value);
  const textOf = <T extends { text: string; textEn: string }>({ text, textEn }: T) => (locale === 'en' ? textEn : text);
  const nameOf = <T extends { name: string; nameEn: string }>({ name, nameEn }: T) => (locale === 'en' ? nameEn : name);

  function says({ says: { code, params = {} } }: Pick<RowAnswer, 'says'>): string {
    const read = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, readable(value)]));
    return formatReason({ code, params: read }, reasons);
  }

  /** 12 ÷ 15 × 20 = 16.00 */
  function formula(of: FormulaAnswer, value: number): string {
    switch (of.kind) {
      case 'ratio': {
        const points = String(of.points / 100);
        const result = pointsText(value);
        return t('formula.ratio', { found: formatCount(of.found), of: formatCount(of.of), points, result });
      }
      case 'graded': {
        const [found, all] = [formatCount(of.found), formatCount(of.of)];
        const step =
          of.reached === null ? t('formula.belowAll') : t('formula.reached', { percent: String(of.reached) });
        const next =
          of.next === null
            ? ''
            : t('formula.next', { percent: String(of.next), missing: formatCount(Math.max(of.missing, 0)) });
        return `${t('formula.graded', { found, of: all })}${step}${next}`;
      }
      case 'tests':
        return t('formula.tests', { met: of.met, of: of.of, result: pointsText(value) });
      default:
        return t(`formula.${of.kind}`);
    }
  }

  /** What is looked at, and of which money or items. */
  function measureName({ measure, about }: Pick<TestAnswer, 'measure' | 'about'>): string {
    const name = t(`measure.${measure as 'vouchers'}`);
    return about.length === 0
      ? name
      : t('measureOf', { name, about: about.map(nameOf).join(locale === 'en' ? ', ' : '、') });
  }

  function test(one: TestAnswer): string {
    const { holds, found, of } = one;
    const name = measureName(one);
    const rule = t(`rule.${holds.rule}`, { atLeast: String(holds.atLeast ?? 0) });
    return t('test', { name, rule, found: formatCount(found), of: formatCount(of) });
  }

  return { t, locale, day, says, formula, test, measureName, textOf, nameOf };
}
