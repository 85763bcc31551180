import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { PageHeader } from '@/components/ui/page-header';
import { labelIn } from '@/lib/domain/kernel/label';
import type { ProjectHead } from '@/lib/domain/projects/answers';
import { PROJECT_STATUS_LABELS } from '@/lib/domain/projects/labels';
import type { ProjectStatus } from '@/lib/domain/projects/types';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { wanText } from '@/lib/format/money-text';
import { formatCount } from '@/lib/format/number';
import { unitName } from '@/lib/format/unit-name';
import { stageWords } from './stage-words';

export const STATUS_TONES: Record<ProjectStatus, 'green' | 'amber' | 'red'> = {
  active: 'green',
  suspended: 'amber',
  withdrawn: 'red',
};

const LAST_STAGE = 10;

type Props = { project: ProjectHead; rulebook: Rulebook };

/** What stands above each page of a project: whose it is, where it stands, what it costs, who implements it. */
export function ProjectHeader({ project, rulebook }: Props) {
  const t = useTranslations('projects');
  const locale = useLocale();
  const facts = [
    { term: t('head.entity'), value: project.entityName ?? t('head.noEntity') },
    { term: t('columns.compounds'), value: t('compoundsCount', { count: project.compounds }) },
    { term: t('figures.estimate'), value: wanText(project.estimate, locale) },
    { term: t('head.contracts'), value: wanText(project.contractSum, locale) },
    { term: t('head.funding'), value: wanText(project.fundingSum, locale) },
    { term: t('columns.findings'), value: formatCount(project.findingsOpen) },
  ];
  return (
    <>
      <PageHeader
        title={project.name}
        crumbs={[{ label: t('title'), href: '/projects' }, { label: project.code }]}
        marks={
          <>
            {(project.status !== 'active' || project.stage <= LAST_STAGE) && (
              <Badge tone={STATUS_TONES[project.status]}>
                {labelIn(PROJECT_STATUS_LABELS[project.status], locale)}
              </Badge>
            )}
            <Badge tone="accent">{stageWords(rulebook, project.stage, locale, t)}</Badge>
          </>
        }
        description={[project.code, unitName(project.county, locale), t('yearOf', { year: String(project.year) })].join(
          ' · ',
        )}
      />
      <dl className="mb-4 grid grid-cols-2 gap-x-6 gap-y-2 text-sm sm:grid-cols-3 xl:grid-cols-[2fr_repeat(5,minmax(0,1fr))]">
        {facts.map(({ term, value }) => (
          <div key={term} className="min-w-0">
            <dt className="text-ink-3">{term}</dt>
            <dd className="mt-0.5 font-medium">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
