import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { TextLink } from '@/components/ui/text-link';
import type { SupervisedAnswer } from '@/lib/domain/supervision/answers';

export type StageNames = Readonly<Record<number, string>>;

type Props = { about: readonly SupervisedAnswer[]; stages: StageNames; seesProjects: boolean };

/** The projects of a notice as they were when it was issued. */
export function AboutTable({ about, stages, seesProjects }: Props) {
  const t = useTranslations('supervision');
  return (
    <DataTable
      caption={t('section.about')}
      rows={about}
      rowKey={({ id }) => id}
      empty={null}
      columns={[
        {
          key: 'project',
          header: t('project'),
          primary: true,
          cell: ({ id, name, code }) => (
            <>
              {seesProjects ? <TextLink href={`/projects/${id}`}>{name}</TextLink> : name}
              <span className="block text-xs font-normal text-ink-3">{code}</span>
            </>
          ),
        },
        { key: 'year', header: t('year'), align: 'right', cell: ({ facts }) => String(facts.year) },
        {
          key: 'stage',
          header: t('stage'),
          className: 'sm:min-w-28',
          cell: ({ facts }) => stages[facts.stage] ?? t('done.all'),
        },
        { key: 'compounds', header: t('compounds'), align: 'right', cell: ({ facts }) => String(facts.compounds) },
        { key: 'findings', header: t('findingsOpen'), align: 'right', cell: ({ facts }) => String(facts.findingsOpen) },
      ]}
    />
  );
}
