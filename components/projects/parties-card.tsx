import { useLocale, useTranslations } from 'next-intl';
import { ActButton } from '@/components/forms/act-button';
import { Card } from '@/components/ui/card';
import { labelIn } from '@/lib/domain/kernel/label';
import type { PartyView } from '@/lib/domain/projects/answers';
import { PARTY_KIND_LABELS } from '@/lib/domain/projects/labels';
import { PartyDialog } from './forms/party-dialog';

type Props = {
  projectId: string;
  parties: readonly PartyView[];
  /** the county's register; null: may not write */
  companies: readonly { id: string; name: string }[] | null;
};

/** 参建单位: who takes part, and who did. */
export function PartiesCard({ projectId, parties, companies }: Props) {
  const t = useTranslations('projects.parties');
  const locale = useLocale();
  return (
    <Card title={t('title')} action={companies && <PartyDialog projectId={projectId} companies={companies} />}>
      {parties.length === 0 ? (
        <p className="text-sm text-ink-3">{t('none')}</p>
      ) : (
        <ul className="divide-y divide-line text-sm">
          {parties.map(({ id, kind, company, person, endedAt }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-2 py-2 first:pt-0 last:pb-0">
              <span>
                <span className="font-medium">{company.name}</span>
                <span className="block text-ink-3">
                  {[labelIn(PARTY_KIND_LABELS[kind], locale), person, endedAt && t('left')].filter(Boolean).join(' · ')}
                </span>
              </span>
              {companies && !endedAt && (
                <ActButton
                  label={t('end')}
                  title={t('endTitle', { name: company.name })}
                  description={t('endText')}
                  path={`/api/v1/projects/${projectId}/parties/${id}/end`}
                  done={t('ended')}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
