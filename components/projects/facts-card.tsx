import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { labelIn } from '@/lib/domain/kernel/label';
import type { ProjectDetail } from '@/lib/domain/projects/answers';
import type { Worded } from '@/lib/domain/projects/choices';
import { ENTITY_KIND_LABELS } from '@/lib/domain/projects/labels';
import { yuanText } from '@/lib/format/money-text';

type Props = { project: ProjectDetail; types: readonly Worded[]; action?: ReactNode };

export function FactsCard({ project, types, action }: Props) {
  const t = useTranslations('projects');
  const locale = useLocale();
  const type = types.find(({ code }) => code === project.renovationType);
  return (
    <Card id="facts" title={t('facts.title')} action={action}>
      <DefinitionList
        items={[
          { term: t('facts.type'), value: locale === 'en' ? type?.nameEn : type?.name },
          {
            term: t('columns.entity'),
            value:
              project.entityKind &&
              `${project.entityName ?? ''}（${labelIn(ENTITY_KIND_LABELS[project.entityKind], locale)}）`,
          },
          { term: t('facts.planItems'), value: t('facts.items', { count: project.plan.todoItems }) },
          { term: t('facts.planCost'), value: yuanText(project.plan.cost, locale) },
          { term: t('facts.residentShare'), value: yuanText(project.plan.residentShare, locale) },
          { term: t('head.funding'), value: yuanText(project.fundingSum, locale) },
        ]}
      />
    </Card>
  );
}
