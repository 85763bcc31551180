import { useLocale, useTranslations } from 'next-intl';
import { ActButton } from '@/components/projects/forms/act-button';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { StatusLight } from '@/components/ui/status-light';
import type { SharingSheet } from '@/lib/domain/sharing/answers';
import { formatDateTime } from '@/lib/format/date';
import { type SharingWords, useSharingWords } from './words';

type Props = {
  projectId: string;
  sheet: SharingSheet;
  words: SharingWords;
  /** what is missing, in sentences */
  missing: readonly string[];
  /** what the plans cost now beside what was agreed, where they differ */
  difference: string | null;
  mayWrite: boolean;
};

/** Whether the sheet can be agreed, with all that is missing, and what was agreed last. */
export function AgreeCard({ projectId, sheet, words, missing, difference, mayWrite }: Props) {
  const t = useTranslations('sharing.agree');
  const locale = useLocale();
  const { yuan } = useSharingWords(words);
  const { agreed } = sheet;
  const ready = missing.length === 0;
  return (
    <Card
      title={t('title')}
      action={
        <span className="flex flex-wrap gap-2">
          {agreed && (
            <LinkButton size="sm" href={`/payment-notices/${projectId}`}>
              {t('notices')}
            </LinkButton>
          )}
          {mayWrite && ready && (!agreed || agreed.differs) && (
            <ActButton
              label={t('action')}
              title={t('confirm')}
              description={t('text')}
              path={`/api/v1/projects/${projectId}/sharing/agree`}
              version={sheet.version}
              done={t('done')}
            />
          )}
        </span>
      }
    >
      <div className="space-y-3 text-sm">
        {ready ? (
          <StatusLight light="green">{agreed && !agreed.differs ? t('same') : t('ready')}</StatusLight>
        ) : (
          <Banner tone="amber" title={t('missing', { count: missing.length })} list={missing} />
        )}
        {agreed && (
          <p className="text-ink-2">
            {t('agreed', {
              ...{ no: agreed.no, by: agreed.by, sum: yuan(agreed.sum) },
              day: formatDateTime(new Date(agreed.at), locale),
            })}
          </p>
        )}
        {agreed?.differs && (
          <Banner tone="amber" title={t('differs', { no: agreed.no })}>
            {difference ?? ''}
          </Banner>
        )}
      </div>
    </Card>
  );
}
