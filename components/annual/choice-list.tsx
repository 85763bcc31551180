import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { StatusLight } from '@/components/ui/status-light';
import type { EntryAnswer, PlanDetail, WhyAnswer } from '@/lib/domain/annual/answers';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import { formatWanExact } from '@/lib/format/money';
import { formatCount } from '@/lib/format/number';
import { unitName } from '@/lib/format/unit-name';

type Sources = PlanDetail['sources'];

function useMoneyWords(sources: Sources) {
  const locale = useLocale();
  const t = useTranslations('annual.plans');
  const name = (code: string) => {
    const found = sources.find((one) => one.code === code);
    return (locale === 'en' ? found?.nameEn : found?.name) ?? code;
  };
  const amount = (text: string) => formatWanExact(parseHundredths(text) ?? 0n, locale);
  const list = (all: WhyAnswer['short']) =>
    all
      .map((one) => t('extraOne', { source: name(one.source), amount: amount(one.amount) }))
      .join(locale === 'en' ? ', ' : '、');
  return { name, amount, list };
}

/** What kept it out, in words with exact sums, and with what it would be in. */
function WhyOut({ entry, sources }: { entry: EntryAnswer; sources: Sources }) {
  const t = useTranslations('annual.plans');
  const { name, amount, list } = useMoneyWords(sources);
  const { verdict, lockReason } = entry;
  if (!verdict?.why) return null;
  if (verdict.why === 'locked') return <p className="text-ink-2">{t('why.locked', { reason: lockReason ?? '' })}</p>;
  const why = verdict.why;
  return (
    <>
      {verdict.short.map((one) => (
        <p key={one.source} className={why === 'lockShort' ? 'text-red-ink' : 'text-ink-2'}>
          {t(`why.${why}`, { source: name(one.source), amount: amount(one.amount) })}
        </p>
      ))}
      <p className="text-xs text-ink-3">
        {t(verdict.withOthers ? 'extraWith' : 'extra', { sources: list(verdict.extra) })}
      </p>
    </>
  );
}

type ItemProps = { entry: EntryAnswer; sources: Sources };

function Item({ entry, sources }: ItemProps) {
  const locale = useLocale();
  const t = useTranslations('annual.plans');
  const { list } = useMoneyWords(sources);
  const { project, county, verdict, rank } = entry;
  return (
    <li className="flex gap-3 py-2 text-sm">
      <span className="w-7 shrink-0 text-right text-ink-3 tabular-nums">{rank}</span>
      <div className="min-w-0 grow">
        <p>
          <span className="font-medium">{project.name}</span>{' '}
          <span className="text-xs text-ink-3">
            {unitName(county, locale)} · {t('compounds')} {formatCount(project.compounds)} · {t('households')}{' '}
            {formatCount(project.households)}
          </span>
        </p>
        {verdict?.chosen ? (
          <p className="text-xs text-ink-3">
            {t(`by.${verdict.by ?? 'rank'}`)}
            {entry.asks.length > 0 && ` · ${t('asks')} ${list(entry.asks)}`}
          </p>
        ) : (
          <WhyOut entry={entry} sources={sources} />
        )}
      </div>
    </li>
  );
}

/** Who is in and who is not, with every reason. */
export function ChoiceList({ plan }: { plan: PlanDetail }) {
  const t = useTranslations('annual.plans');
  if (plan.status === 'draft' && !plan.whole) {
    return (
      <Card title={t('result')}>
        <p className="text-sm text-ink-2">{t('draftOwn')}</p>
      </Card>
    );
  }
  const chosen = plan.entries.filter(({ verdict }) => verdict?.chosen);
  const out = plan.entries.filter(({ verdict }) => !verdict?.chosen);
  const list = (entries: EntryAnswer[], label: string) => (
    <ol className="divide-y divide-line" aria-label={label}>
      {entries.map((entry) => (
        <Item key={entry.project.id} entry={entry} sources={plan.sources} />
      ))}
    </ol>
  );
  return (
    <div className="space-y-4">
      <Card id="chosen" title={<StatusLight light="green">{t('chosenCount', { count: chosen.length })}</StatusLight>}>
        {chosen.length > 0 ? list(chosen, t('chosen')) : <p className="text-sm text-ink-3">{t('noneChosen')}</p>}
      </Card>
      <Card id="left-out" title={<StatusLight light="neutral">{t('leftOutCount', { count: out.length })}</StatusLight>}>
        {out.length > 0 ? list(out, t('leftOut')) : <p className="text-sm text-ink-3">{t('noneLeftOut')}</p>}
      </Card>
    </div>
  );
}
