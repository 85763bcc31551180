import { useTranslations } from 'next-intl';
import { FoldCard } from '@/components/ui/fold-card';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { Entries, useNameOf } from './entries';

/** Values that the policy leaves open: each with the decision it comes from. */
export function SettingsSection({ book }: { book: Rulebook }) {
  const t = useTranslations('rulebook');
  const nameOf = useNameOf();
  const { notices, schemeChange, callBack, reporting, lights, complaints, ranking } = book;
  const values = [
    ['notices', { days: notices.days }, notices.clause],
    ['schemeChange', { percent: schemeChange.tolerancePercent }, schemeChange.clause],
    ['callBack', { percent: callBack.percent, minimum: callBack.minimum }, callBack.clause],
    ['reporting', { day: reporting.dueDay }, reporting.clause],
    ['lights', { days: lights.withinDays, percent: lights.belowPercent }, lights.clause],
    ['complaints', { days: complaints.replyDays }, complaints.clause],
  ] as const;
  const blank = { days: '', percent: '', minimum: '', day: '' };
  const texts = (params: Record<string, number>) =>
    Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
  return (
    <FoldCard title={t('sections.settings')} id="settings">
      <Entries
        clauses={book.clauses}
        entries={[
          ...values.map(([key, params, clause]) => ({
            key,
            name: t(`settings.${key}`),
            note: t(`settingValues.${key}`, { ...blank, ...texts(params) }),
            clause,
          })),
          ...ranking.map((weight) => ({
            key: weight.code,
            name: t('settings.ranking'),
            note: t('settingValues.ranking', { name: nameOf(weight), weight: String(weight.weight) }),
            clause: weight.clause,
          })),
        ]}
      />
    </FoldCard>
  );
}
