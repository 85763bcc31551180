import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { type Light, StatusLight } from '@/components/ui/status-light';
import { WhyPopover } from '@/components/ui/why-popover';
import type { PaperKindView, PaperView } from '@/lib/domain/archive/answers';
import { PAPER_STATE_LABELS } from '@/lib/domain/archive/labels';
import type { PaperState } from '@/lib/domain/archive/types';
import { labelIn } from '@/lib/domain/kernel/label';
import { FilePaper } from './file-paper';
import { PaperVersion } from './paper-version';

const LIGHTS: Record<PaperState, Light> = {
  present: 'green',
  missing: 'red',
  optional: 'neutral',
  spared: 'neutral',
  unknown: 'amber',
};

type Props = {
  projectId: string;
  kind: PaperKindView;
  papers: readonly PaperView[];
  compounds: readonly { id: string; name: string }[];
  completed: boolean;
};

/** One kind of paper of a stage: needed or not, there or not, and every version of it. */
export function KindLine({ projectId, kind, papers, compounds, completed }: Props) {
  const t = useTranslations('archive');
  const locale = useLocale();
  const name = locale === 'en' ? kind.nameEn : kind.name;
  const current = papers.filter(({ status }) => status === 'current');
  const former = papers.filter(({ status }) => status !== 'current');
  const isLater = current.length > 0;
  const mayWithdraw = kind.mayFile && !completed;
  return (
    <li id={kind.code} className="scroll-mt-20 py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h3 className="font-medium">{name}</h3>
          <p className="flex flex-wrap items-center gap-x-3 text-sm">
            <StatusLight light={LIGHTS[kind.state]}>{labelIn(PAPER_STATE_LABELS[kind.state], locale)}</StatusLight>
            <WhyPopover clauses={[{ clause: kind.clause, sentence: kind.why }]} />
          </p>
        </div>
        {kind.mayFile && (
          <span className="no-print">
            <FilePaper
              projectId={projectId}
              kind={kind}
              compounds={compounds}
              isLater={isLater}
              completed={completed}
              trigger={
                <Button size="sm" aria-label={`${t(isLater ? 'newVersion' : 'upload')} ${name}`}>
                  {t(isLater ? 'newVersion' : 'upload')}
                </Button>
              }
            />
          </span>
        )}
      </div>
      {current.length > 0 && (
        <div className="mt-2 space-y-3 border-l-2 border-accent-line pl-3">
          {current.map((paper) => (
            <PaperVersion key={paper.id} projectId={projectId} paper={paper} mayWithdraw={mayWithdraw} />
          ))}
        </div>
      )}
      {former.length > 0 && (
        <details className="mt-2 text-sm">
          <summary className="cursor-pointer text-accent-ink pointer-coarse:min-h-11">
            {t('former', { count: former.length })}
          </summary>
          <div className="mt-2 space-y-3 border-l-2 border-line pl-3">
            {former.map((paper) => (
              <PaperVersion key={paper.id} projectId={projectId} paper={paper} mayWithdraw={false} />
            ))}
          </div>
        </details>
      )}
    </li>
  );
}
