import type { useTranslations } from 'next-intl';
import type { Locale } from '@/lib/domain/kernel/label';
import type { Rulebook } from '@/lib/domain/rulebook/schema';

/** '第 4 阶段 初步设计', or that all ten are behind it. */
export function stageWords(
  { stages }: Pick<Rulebook, 'stages'>,
  stage: number,
  locale: Locale,
  t: ReturnType<typeof useTranslations<'projects'>>,
): string {
  const found = stages.find(({ number }) => number === stage);
  return found ? t('stageAt', { no: stage, name: locale === 'en' ? found.nameEn : found.name }) : t('allStages');
}
