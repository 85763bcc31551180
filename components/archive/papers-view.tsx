import { Download } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { fileSize } from '@/components/ui/file-check';
import { LinkButton } from '@/components/ui/link-button';
import { type Light, StatusLight } from '@/components/ui/status-light';
import { TextLink } from '@/components/ui/text-link';
import type { ProjectPapers, StagePapers } from '@/lib/domain/archive/answers';
import { KindLine } from './kind-line';

const lacking = ({ kinds }: StagePapers): number =>
  kinds.filter(({ state }) => state === 'missing' || state === 'unknown').length;

/** What a completed stage lacks is late; what another lacks is still to come. */
const lightOf = ({ whole, completed }: StagePapers): Light => (whole ? 'green' : completed ? 'red' : 'amber');

/** Papers of a project: the archive as a whole, then each stage with what belongs there. */
export function PapersView({ papers }: { papers: ProjectPapers }) {
  const t = useTranslations('archive');
  const locale = useLocale();
  const nameOf = ({ stage, name, nameEn }: StagePapers) => `${stage} ${locale === 'en' ? nameEn : name}`;
  const { project, stages, current, compounds } = papers;
  return (
    <div className="space-y-4">
      <Card
        title={t('archive')}
        id="archive"
        description={t('archiveText', { papers: current.papers, size: fileSize(current.bytes) })}
        action={
          current.papers > 0 && (
            <LinkButton download href={`/api/v1/projects/${project.id}/package`} icon={<Download aria-hidden="true" />}>
              {t('package')}
            </LinkButton>
          )
        }
      >
        <ul className="grid gap-x-6 gap-y-1.5 text-sm sm:grid-cols-2">
          {stages.map((stage) => (
            <li key={stage.stage} className="flex items-baseline justify-between gap-3">
              <TextLink href={`#stage-${stage.stage}`}>{nameOf(stage)}</TextLink>
              <StatusLight light={lightOf(stage)} className="shrink-0">
                {stage.whole ? t('whole') : t('lacking', { count: lacking(stage) })}
              </StatusLight>
            </li>
          ))}
        </ul>
        <p className="mt-3 text-sm text-ink-3">{t('packageText')}</p>
      </Card>
      {stages.map((stage) => (
        <Card
          key={stage.stage}
          id={`stage-${stage.stage}`}
          title={nameOf(stage)}
          description={stage.stage === 6 && papers.permits !== 'needed' ? t(`permits.${papers.permits}`) : undefined}
          action={
            <StatusLight light={lightOf(stage)}>
              {stage.whole ? t('whole') : t('lacking', { count: lacking(stage) })}
            </StatusLight>
          }
        >
          <ul className="divide-y divide-line">
            {stage.kinds.map((kind) => (
              <KindLine
                key={kind.code}
                projectId={project.id}
                kind={kind}
                papers={stage.papers.filter((paper) => paper.kind === kind.code)}
                compounds={compounds}
                completed={stage.completed}
              />
            ))}
          </ul>
        </Card>
      ))}
    </div>
  );
}
