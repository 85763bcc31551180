import { CircleCheckBig } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import type { ContradictoryProject } from '@/lib/domain/stages/answers';
import { useStageWords } from './words';

/** Project by project what does not fit together, each with where to look. */
export function ContradictoryList({ projects }: { projects: readonly ContradictoryProject[] }) {
  const t = useTranslations('stages.contradictions');
  const { sentence } = useStageWords();
  if (projects.length === 0)
    return (
      <Card>
        <EmptyState icon={<CircleCheckBig aria-hidden="true" />} title={t('none')} description={t('noneText')} />
      </Card>
    );
  return (
    <Card flush>
      <ul>
        {projects.map(({ id, code, name, county, year, contradictions }) => (
          <li key={id} className="border-b border-line px-5 py-4 last:border-b-0">
            <p className="font-medium">
              <TextLink href={`/projects/${id}/stages`}>{name}</TextLink>
            </p>
            <p className="text-sm text-ink-3">
              {county} · {year} · {code}
            </p>
            <ul className="mt-2 space-y-1 text-sm">
              {contradictions.map(({ reason, href }) => (
                <li key={`${reason.code}${href}${JSON.stringify(reason.params)}`}>
                  {sentence(reason)} <TextLink href={href}>{t('look')}</TextLink>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Card>
  );
}
