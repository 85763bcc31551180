'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { DetailSkeleton } from '@/components/ui/skeleton';
import { Stepper } from '@/components/ui/stepper';
import { toast } from '@/components/ui/toast-store';
import { sentencesOf } from '@/lib/client/api';
import { importPath } from '@/lib/client/imports';
import { useAct } from '@/lib/client/use-act';
import { usePolled } from '@/lib/client/use-polled';
import type { ImportDetail } from '@/lib/domain/imports/answers';
import { formatDateTime } from '@/lib/format/date';
import { AppliedView } from './applied-view';
import { EndedView } from './ended-view';
import { MappingEditor } from './mapping-editor';
import { PreviewView } from './preview-view';
import { ListProblem } from './problem-view';
import { isMoving, stepStates } from './stages';
import { StatusBadge } from './status-badge';
import { tellClash } from './tell-clash';
import type { FacilityName } from './use-fields';
import { WorkingView } from './working-view';

type ViewProps = {
  id: string;
  facilities: readonly FacilityName[];
  /** Names of the county's towns and subdistricts. */
  towns: readonly string[];
};

/** One import from upload to the end, as it stands at the server: it can be left and found again. */
export function ImportView({ id, facilities, towns }: ViewProps) {
  const t = useTranslations('imports.page');
  const { value, problem, refresh } = usePolled<ImportDetail>(importPath(id), {
    settled: ({ status }) => !isMoving(status),
  });
  if (!value && problem?.status === 404) {
    return (
      <EmptyState
        title={t('notFound')}
        description={t('notFoundText')}
        action={<LinkButton href="/imports">{t('back')}</LinkButton>}
      />
    );
  }
  if (!value && problem) return <ListProblem problem={problem} again={refresh} />;
  if (!value) return <DetailSkeleton />;
  return (
    <>
      <Header detail={value} refresh={refresh} />
      {problem && (
        <div className="mb-4">
          <Banner tone="amber" title={t('offline')} live />
        </div>
      )}
      <Body detail={value} facilities={facilities} towns={towns} refresh={refresh} />
    </>
  );
}

function Header({ detail, refresh }: { detail: ImportDetail; refresh: () => void }) {
  const t = useTranslations('imports.page');
  const locale = useLocale();
  const when = formatDateTime(new Date(detail.createdAt), locale);
  const open = ['uploaded', 'reading', 'mapping', 'previewed'].includes(detail.status);
  return (
    <>
      <PageHeader
        title={detail.fileName}
        crumbs={[{ label: t('crumb'), href: '/imports' }, { label: detail.fileName }]}
        marks={<StatusBadge status={detail.status} />}
        description={t('by', { name: detail.createdBy.name, when })}
        more={open && <CancelButton detail={detail} refresh={refresh} />}
      />
      <div className="mb-6">
        <Stepper steps={stepStates(detail.status).map((step) => ({ ...step, label: t(`stages.${step.key}`) }))} />
      </div>
    </>
  );
}

function CancelButton({ detail, refresh }: { detail: ImportDetail; refresh: () => void }) {
  const t = useTranslations('imports.page');
  const { act, problem } = useAct(tellClash);

  async function cancel() {
    const done = await act('POST', importPath(detail.id, '/cancel'), { version: detail.version });
    if (done !== undefined) toast(t('cancelled'), 'neutral');
    refresh();
    return done !== undefined;
  }

  return (
    <ConfirmDialog
      title={t('cancelTitle')}
      description={t('cancelText')}
      confirmLabel={t('cancelConfirm')}
      errors={problem ? sentencesOf(problem) : undefined}
      onConfirm={cancel}
      trigger={<Button variant="quiet">{t('cancel')}</Button>}
    />
  );
}

type BodyProps = Omit<ViewProps, 'id'> & { detail: ImportDetail; refresh: () => void };

function Body({ detail, facilities, towns, refresh }: BodyProps) {
  const [remapping, setRemapping] = useState(false);
  const agreed = () => {
    setRemapping(false);
    refresh();
  };
  if (isMoving(detail.status)) return <WorkingView detail={detail} />;
  const { proposal } = detail;
  if (proposal && (detail.status === 'mapping' || (remapping && detail.status === 'previewed'))) {
    return <MappingEditor detail={detail} proposal={proposal} towns={towns} onAgreed={agreed} />;
  }
  if (detail.status === 'previewed') {
    const onRemap = proposal ? () => setRemapping(true) : undefined;
    return <PreviewView detail={detail} facilities={facilities} refresh={refresh} onRemap={onRemap} />;
  }
  if (detail.status === 'applied') return <AppliedView detail={detail} facilities={facilities} refresh={refresh} />;
  return <EndedView detail={detail} />;
}
