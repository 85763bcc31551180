import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { formatHundredths } from '@/lib/domain/kernel/hundredths';
import { formatMoney } from '@/lib/domain/kernel/money';
import type { Overview } from '@/lib/domain/overview/answers';
import { type Change, changesBetween, type UnitChange } from '@/lib/domain/overview/changes';
import { wanText } from '@/lib/format/money-text';
import { formatCount } from '@/lib/format/number';
import { unitName } from '@/lib/format/unit-name';
import { Noted } from './figure';
import { signed, useOverviewWords } from './words';

function useSentence() {
  const { t, locale } = useOverviewWords();
  const parts = (units: readonly UnitChange[], by: (n: number) => string) =>
    units
      .map((unit) => t('changes.part', { name: unitName(unit, locale), by: by(unit.by) }))
      .join(locale === 'en' ? ', ' : '、');
  const points = (n: number) => signed(n, formatHundredths(BigInt(Math.abs(n))));

  return (change: Change): { head: string; parts?: string } => {
    if (change.of === 'score') return { head: t('changes.score'), parts: parts(change.units, points) };
    const way = change.by > 0 ? 'up' : 'down';
    if (change.of === 'received' || change.of === 'paid') {
      const sum = change.by < 0n ? -change.by : change.by;
      return { head: t(`changes.${way}.${change.of}`, { sum: wanText(formatMoney(sum), locale) }) };
    }
    const count = { count: formatCount(Math.abs(change.by)) };
    const head =
      change.by === 0 && 'units' in change
        ? t(`changes.shifted.${change.of}`)
        : t(`changes.${way}.${change.of}`, count);
    return {
      head,
      parts: 'units' in change && change.units.length > 0 ? parts(change.units, (n) => signed(n)) : undefined,
    };
  };
}

/** What is different between the month's end and now, in sentences. */
export function ChangesCard({ data }: { data: Overview }) {
  const { t, locale, month, moment } = useOverviewWords();
  const sentence = useSentence();
  const { compared } = data;
  if (!compared) {
    return (
      <Card title={<Noted of="changes">{t('changes.title')}</Noted>}>
        <EmptyState title={t('changes.notKept')} description={t('changes.notKeptText')} />
      </Card>
    );
  }
  const [before, after] = data.month === null ? [compared, data] : [data, compared];
  const said = { from: moment(before), to: moment(after) };
  const left = [...before.missing, ...after.missing].map((unit) => unitName(unit, locale));
  const changes = changesBetween(before, after);
  return (
    <Card
      title={
        <Noted of="changes">
          {before.month ? t('changes.sinceMonth', { month: month(before.month) }) : t('changes.title')}
        </Noted>
      }
      description={t('changes.description', said)}
    >
      {changes.length === 0 ? (
        <p className="text-sm text-ink-3">{t('changes.nothingText', said)}</p>
      ) : (
        <ul className="divide-y divide-line">
          {changes.map((change) => {
            const { head, parts } = sentence(change);
            return (
              <li key={change.of} className="grid gap-x-4 py-2 text-sm sm:grid-cols-[14rem_minmax(0,1fr)]">
                <span className="font-medium">{head}</span>
                {parts && <span className="text-ink-2">{parts}</span>}
              </li>
            );
          })}
        </ul>
      )}
      {left.length > 0 && (
        <p className="mt-3 text-sm text-ink-3">
          {t('changes.leftOut', { names: left.join(locale === 'en' ? ', ' : '、') })}
        </p>
      )}
    </Card>
  );
}
