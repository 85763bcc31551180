'use client';

import { useLocale, useTranslations } from 'next-intl';
import { collisionsBetween, settled } from '@/components/ui/collisions';
import { ConflictDialog } from '@/components/ui/conflict-dialog';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { YearAnswer } from '@/lib/domain/programme/answers';
import { formatDate } from '@/lib/format/date';
import { valuesOf, type YearChoices, type YearValues } from './year-fields';

type Props = {
  /** The year as it was opened. */
  base: YearValues;
  mine: YearValues;
  theirs: YearAnswer;
  choices: YearChoices;
  busy: boolean;
  onResolve: (values: YearValues) => void;
  onClose: () => void;
};

const asText = (values: YearValues) => ({ ...values, current: String(values.current) });

/** The second of two people who saved: both versions field by field, and the person decides. */
export function YearConflict({ base, mine, theirs, choices, busy, onResolve, onClose }: Props) {
  const t = useTranslations('programme');
  const annual = useTranslations('annual.targets');
  const locale = useLocale();
  const day = (text: string) => (text ? formatDate(calendarDateOf(text), locale) : '');
  const share = (text: string) => (text ? t('targetValue', { share: text }) : '');
  const campaign = (given: string) =>
    given ? (choices.campaigns.find(({ id }) => id === given)?.name ?? theirs.campaign?.name ?? '') : t('noCampaign');
  const test = (code: string) => {
    if (!code) return t('form.voteTestOfBook');
    const found = choices.rulebooks.flatMap(({ tests }) => tests).find((one) => one.code === code);
    return (locale === 'en' ? found?.nameEn : found?.name) ?? code;
  };
  const fields = [
    { key: 'startBy', label: t('form.startBy'), say: day },
    { key: 'completeBy', label: t('form.completeBy'), say: day },
    { key: 'targetShare', label: t('targetShare'), say: share },
    { key: 'reportDay', label: t('form.reportDay') },
    { key: 'campaignId', label: t('form.campaign'), say: campaign },
    { key: 'voteTest', label: t('form.voteTest'), say: test },
    {
      key: 'rankingWeights',
      label: annual('weights'),
      say: (text: string) => (text ? text.replaceAll(' ', ' / ') : annual('weightsOfBook')),
    },
    { key: 'current', label: t('current'), say: (value: string) => t(value === 'true' ? 'isCurrent' : 'notCurrent') },
  ] as const;
  const [typed, saved] = [asText(mine), asText(valuesOf(theirs))];

  function resolve(takeTheirs: ReadonlySet<string>) {
    const { current, ...rest } = settled(typed, saved, takeTheirs);
    onResolve({ ...rest, current: current === 'true' });
  }

  return (
    <ConflictDialog
      collisions={collisionsBetween(fields, asText(base), typed, saved)}
      busy={busy}
      onResolve={resolve}
      onClose={onClose}
    />
  );
}
