import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import type { SiteRecord } from '@/lib/domain/field/types';

/** Why the system did not take it, while it is being mended. */
export function RefusedBefore({ record: { state } }: { record: SiteRecord }) {
  const t = useTranslations('field.site');
  if (state.is !== 'draft' || !state.refused) return null;
  return <Banner tone="red" title={t('refusedBefore')} list={state.refused} />;
}
