import type { useTranslations } from 'next-intl';
import { type FundWords, potName } from '@/components/funds/words';
import type { CandidateView, ImportLineView, PartView } from '@/lib/domain/funds/imports/answers';
import type { Locale } from '@/lib/domain/kernel/label';
import { yuanText } from '@/lib/format/money-text';

type T = ReturnType<typeof useTranslations<'fundImports'>>;

/** 到位：文化路片区改造，中央补助资金，下达未到位 2,500.00 元 */
export function targetText(t: T, { target }: CandidateView, words: FundWords, locale: Locale): string {
  switch (target.type) {
    case 'entry':
    case 'order': {
      const { type, voucherNo: no, day, counterparty, project } = target;
      return t(`target.${type}`, { no, day, project: project ?? '—', name: counterparty ?? t('target.nobody') });
    }
    case 'receipt': {
      const { project, outstanding } = target;
      return t('target.receipt', { project, pot: potName(words, target, locale), sum: yuanText(outstanding, locale) });
    }
    case 'payment': {
      const { project, contractNo: no, company: name, left } = target;
      return t('target.payment', { project, no, name, sum: yuanText(left, locale) });
    }
  }
}

/** 金额一致、日期相差2天、户名相同 */
export const becauseText = (t: T, { because }: CandidateView, locale: Locale): string =>
  because
    .map((one) => (one.code === 'daysApart' ? t('because.daysApart', { days: one.days }) : t(`because.${one.code}`)))
    .join(locale === 'en' ? ', ' : '、');

export function decisionText(
  t: T,
  decision: NonNullable<ImportLineView['decision']>,
  { isLedger, words, locale }: { isLedger: boolean; words: FundWords; locale: Locale },
): string {
  const { decision: what, project, source, kind, earmark, contractNo, reason, parts } = decision;
  if (what === 'entry' || what === 'order') return t(isLedger ? 'decision.there' : `decision.${what}`);
  if (what === 'outside') return t('decision.outside', { reason: reason ?? '' });
  if (what === 'split') return t('decision.split', { count: parts?.length ?? 0 });
  if (what === 'payment') return t('decision.payment', { project: project ?? '—', no: contractNo ?? '—' });
  const pot = source ? potName(words, { source, kind, earmark }, locale) : '—';
  return t(`decision.${what}`, { project: project ?? '—', pot });
}

/** 300.00 元到位：文化路片区改造，中央补助资金 */
export function partText(t: T, part: PartView, words: FundWords, locale: Locale): string {
  const sum = yuanText(part.amount, locale);
  switch (part.decision) {
    case 'entry':
      return t('decision.partEntry', { sum });
    case 'order':
      return t('decision.partOrder', { sum });
    case 'payment':
      return t('decision.partPayment', { sum, project: part.project ?? '—', no: part.contractNo ?? '—' });
    case 'outside':
      return t('decision.partOutside', { sum, reason: part.reason ?? '' });
    case 'receipt':
      return t('decision.partReceipt', { sum, project: part.project ?? '—', pot: potName(words, part, locale) });
  }
}
