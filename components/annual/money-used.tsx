import { useLocale, useTranslations } from 'next-intl';
import type { PlanDetail } from '@/lib/domain/annual/answers';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import { formatWanYuan } from '@/lib/format/money';
import { unitName } from '@/lib/format/unit-name';

/** What was drawn of each budget, and of the sources without limit. */
export function MoneyUsed({ plan }: { plan: PlanDetail }) {
  const t = useTranslations('annual.plans');
  const locale = useLocale();
  const wan = (text: string) => formatWanYuan(parseHundredths(text) ?? 0n, locale);
  const source = (code: string) => {
    const found = plan.sources.find((one) => one.code === code);
    return (locale === 'en' ? found?.nameEn : found?.name) ?? code;
  };
  const county = (id: string | null) => {
    const found = plan.counties.find((one) => one.id === id);
    return id === null ? t('pot') : found ? unitName(found, locale) : '';
  };
  const rows = plan.budgets.filter(({ amount, used }) => amount !== '0.00' && used !== null);
  return (
    <ul className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-2 xl:grid-cols-3">
      {rows.map(({ countyId, source: code, amount, used }) => {
        const [whole, part] = [parseHundredths(amount) ?? 1n, parseHundredths(used ?? '0') ?? 0n];
        return (
          <li key={`${countyId} ${code}`}>
            <p className="flex flex-wrap justify-between gap-x-3">
              <span>
                {county(countyId)} {source(code)}
              </span>
              <span className="whitespace-nowrap text-ink-3 tabular-nums">
                {t('used', { used: wan(used ?? '0'), budget: wan(amount) })}
              </span>
            </p>
            <span aria-hidden="true" className="mt-1 block h-1.5 overflow-hidden rounded-sm bg-sunken">
              <span className="block h-full bg-accent" style={{ width: `${Number((part * 100n) / whole)}%` }} />
            </span>
          </li>
        );
      })}
      {plan.unlimited.map(({ source: code, used }) => (
        <li key={code} className="flex flex-wrap justify-between gap-x-3">
          <span>
            {source(code)} <span className="text-ink-3">{t('unlimited')}</span>
          </span>
          <span className="whitespace-nowrap text-ink-3 tabular-nums">{wan(used)}</span>
        </li>
      ))}
    </ul>
  );
}
