import { useLocale, useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import type { WhatIfAnswer } from '@/lib/domain/annual/answers';
import { colon } from '@/lib/format/colon';

/** Who would come in and who would fall out. */
export function WhatIfResult({ answer }: { answer: WhatIfAnswer }) {
  const t = useTranslations('annual.plans');
  const locale = useLocale();
  const { comesIn, fallsOut, lockShort, minimumShort, was, chosen } = answer;
  const named = ({ name, code, preference: points }: WhatIfAnswer['comesIn'][number]) =>
    `${name}（${code}）${points === null ? '' : ` · ${t('preference.within', { points })}`}`;
  const lines = [
    ...comesIn.map((one) => `${t('comesIn')}${colon(locale)}${named(one)}`),
    ...fallsOut.map((one) => `${t('fallsOut')}${colon(locale)}${named(one)}`),
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
