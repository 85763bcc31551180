import { CircleCheckBig } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import type { ContradictoryProject } from '@/lib/domain/stages/answers';
import { unitName } from '@/lib/format/unit-name';
import { useStageWords } from './words';

type Props = { projects: readonly ContradictoryProject[]; isFiltered: boolean };

/** Project by project what does not fit together, each with where to look. */
export function ContradictoryList({ projects, isFiltered }: Props) {
  const t = useTranslations('stages.contradictions');
  if (projects.length === 0)
    return (
      <Card>
        <EmptyState
          icon={<CircleCheckBig aria-hidden="true" />}
          title={t('none')}
          description={t(isFiltered ? 'noneFiltered' : 'noneText')}
        />
      </Card>
    );
  const records = projects.reduce((sum, { contradictions }) => sum + contradictions.length, 0);
  return (
    <>
      <p className="mb-2 text-sm text-ink-3">{t('count', { projects: projects.length, records })}</p>
      <Card flush>
        <ul className="divide-y divide-line">
          {projects.map((project) => (
            <OneProject key={project.id} project={project} />
          ))}
        </ul>
      </Card>
    </>
  );
}

function OneProject({ project }: { project: ContradictoryProject }) {
  const locale = useLocale();
  const t = useTranslations('stages.contradictions');
  const { sentence } = useStageWords();
  const { id, code, name, county, year, contradictions } = project;
  return (
    <li className="grid gap-x-8 gap-y-3 px-5 py-4 lg:grid-cols-[18rem_1fr]">
      <div className="min-w-0">
        <TextLink href={`/projects/${id}/stages`} className="font-medium">
          {name}
        </TextLink>
        <p className="mt-0.5 text-sm text-ink-3">
          {[unitName(county, locale), t('year', { year: String(year) }), code].join(' · ')}
        </p>
      </div>
      <ul className="min-w-0 space-y-2 text-sm">
        {contradictions.map(({ reason, href }) => (
          <li
            key={`${reason.code}${href}${JSON.stringify(reason.params)}`}
            className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 sm:flex-nowrap"
          >
            <span className="min-w-0">{sentence(reason)}</span>
            <TextLink href={href} className="shrink-0">
              {t('look')}
            </TextLink>
          </li>
        ))}
      </ul>
    </li>
  );
}
