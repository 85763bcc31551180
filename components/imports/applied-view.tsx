'use client';

import { Undo2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { toast } from '@/components/ui/toast-store';
import { sentencesOf } from '@/lib/client/api';
import { importPath } from '@/lib/client/imports';
import { useAct } from '@/lib/client/use-act';
import type { ImportDetail } from '@/lib/domain/imports/answers';
import { formatDateTime } from '@/lib/format/date';
import { ImportTabs } from './import-tabs';
import { tellClash } from './tell-clash';
import { useCounted } from './use-counted';
import type { FacilityName } from './use-fields';

type Props = { detail: ImportDetail; facilities: readonly FacilityName[]; refresh: () => void };

/** What happened, the rows behind it, and the way back as long as nobody went on from it. */
export function AppliedView({ detail, facilities, refresh }: Props) {
  const t = useTranslations('imports.applied');
  const locale = useLocale();
  const { parts } = useCounted();
  const when = formatDateTime(detail.appliedAt ? new Date(detail.appliedAt) : null, locale);
  return (
    <div className="space-y-5">
      <Banner tone="green" title={t('title')}>
        {t('text', { name: detail.appliedBy?.name ?? '', when, parts: parts(detail.counts, true) || t('nothing') })}
      </Banner>
      <div className="flex flex-wrap items-center gap-2">
        <LinkButton variant="primary" href="/compounds">
          {t('see')}
        </LinkButton>
        {detail.undoObstacles.length === 0 && <UndoButton detail={detail} refresh={refresh} />}
      </div>
      {detail.undoObstacles.length > 0 && (
        <Banner title={t('cannotUndo')} list={detail.undoObstacles.map(({ message }) => message)} />
      )}
      <section aria-labelledby="rows">
        <h2 id="rows" className="mb-2 text-lg font-semibold">
          {t('rows')}
        </h2>
        <ImportTabs detail={detail} facilities={facilities} onDecided={refresh} />
      </section>
    </div>
  );
}

function UndoButton({ detail, refresh }: { detail: ImportDetail; refresh: () => void }) {
  const t = useTranslations('imports.applied');
  const { act, problem } = useAct(tellClash);

  async function undo(reason: string) {
    const done = await act('POST', importPath(detail.id, '/undo'), { body: { reason }, version: detail.version });
    if (done !== undefined) toast(t('undone'));
    refresh();
    return done !== undefined;
  }

  return (
    <ConfirmDialog
      danger
      title={t('undoTitle')}
      description={t('undoText')}
      confirmLabel={t('undoConfirm')}
      reason={{}}
      errors={problem ? sentencesOf(problem) : undefined}
      onConfirm={undo}
      trigger={<Button icon={<Undo2 aria-hidden="true" />}>{t('undo')}</Button>}
    />
  );
}
