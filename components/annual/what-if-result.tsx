import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import type { WhatIfAnswer } from '@/lib/domain/annual/answers';

/** Who would come in and who would fall out. */
export function WhatIfResult({ answer }: { answer: WhatIfAnswer }) {
  const t = useTranslations('annual.plans');
  const { comesIn, fallsOut, lockShort, minimumShort, was, chosen } = answer;
  const lines = [
    ...comesIn.map(({ name, code }) => `${t('comesIn')}：${name}（${code}）`),
    ...fallsOut.map(({ name, code }) => `${t('fallsOut')}：${name}（${code}）`),
    ...(lockShort > 0 ? [t('lockShort', { count: lockShort })] : []),
    ...(minimumShort > 0 ? [t('minimumShort', { count: minimumShort })] : []),
  ];
  return (
    <Banner
      live
      tone={lockShort + minimumShort > 0 ? 'amber' : 'accent'}
      title={t('whatIfResult', { was, chosen })}
      list={lines.length > 0 ? lines : [t('nothingChanges')]}
    />
  );
}
