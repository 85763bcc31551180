'use client';

import { FileSpreadsheet } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { FormActions } from '@/components/ui/form-actions';
import { LinkButton } from '@/components/ui/link-button';
import { sentencesOf } from '@/lib/client/api';
import { importPath } from '@/lib/client/imports';
import { useAct } from '@/lib/client/use-act';
import type { ImportDetail } from '@/lib/domain/imports/answers';
import { FiguresTable } from './figures-table';
import { ImportTabs } from './import-tabs';
import { ProblemBanner } from './problem-view';
import { tellClash } from './tell-clash';
import { useCounted } from './use-counted';
import type { FacilityName } from './use-fields';

type Props = { detail: ImportDetail; facilities: readonly FacilityName[]; refresh: () => void; onRemap?: () => void };

/** What the file would do, before it does it. */
export function PreviewView({ detail, facilities, refresh, onRemap }: Props) {
  const t = useTranslations('imports.preview');
  const remap = useTranslations('imports.mapping');
  return (
    <section className="space-y-5" aria-labelledby="checked">
      <h2 id="checked" className="mb-3 text-lg font-semibold">
        {t('title')}
      </h2>
      <Verdict detail={detail} />
      <FiguresTable counts={detail.counts} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-ink-3">
        {detail.errors + detail.warnings > 0 && (
          <>
            <LinkButton
              download
              size="sm"
              href={importPath(detail.id, '/marked.xlsx')}
              icon={<FileSpreadsheet aria-hidden="true" />}
            >
              {t('marked')}
            </LinkButton>
            <span>{t('markedText')}</span>
          </>
        )}
        {onRemap && (
          <Button size="sm" variant="quiet" onClick={onRemap}>
            {remap('change')}
          </Button>
        )}
      </div>
      <ImportTabs detail={detail} facilities={facilities} onDecided={refresh} />
      <ConfirmBar detail={detail} refresh={refresh} />
    </section>
  );
}

function Verdict({ detail }: { detail: ImportDetail }) {
  const t = useTranslations('imports.preview');
  const { parts } = useCounted();
  if (detail.errors > 0) {
    return (
      <Banner tone="red" title={t('stopped', { count: detail.errors })}>
        {t('stoppedText')}
      </Banner>
    );
  }
  if (detail.undecided > 0) {
    return (
      <Banner tone="amber" title={t('undecided', { count: detail.undecided })}>
        {t('undecidedText')}
      </Banner>
    );
  }
  const will = parts(detail.counts, true);
  return (
    <Banner tone={will ? 'green' : 'neutral'} title={will ? t('will', { parts: will }) : t('nothing')}>
      {detail.warnings > 0 && t('warnings', { count: detail.warnings })}
    </Banner>
  );
}

/** In reach of the thumb as soon as it can be used; out of the way before. */
function Actions({ sticky, status, children }: { sticky: boolean; status: string; children: ReactNode }) {
  if (sticky)
    return (
      <FormActions onPage status={status}>
        {children}
      </FormActions>
    );
  return (
    <div className="flex flex-wrap items-center gap-3 border-t border-line pt-4 text-sm text-ink-3">
      {children}
      {status}
    </div>
  );
}

/** Says exactly what the button will do, or why it can't. */
function ConfirmBar({ detail, refresh }: { detail: ImportDetail; refresh: () => void }) {
  const t = useTranslations('imports.preview');
  const { parts, kept } = useCounted();
  const { act, problem } = useAct(tellClash);
  const [open, setOpen] = useState(false);
  const does = parts(detail.counts, true);
  const blocked =
    detail.errors > 0
      ? t('blockedErrors')
      : detail.undecided > 0
        ? t('blockedUndecided')
        : does
          ? undefined
          : t('nothing');
  const will = does ? t('will', { parts: does }) : '';

  async function confirm() {
    const done = await act('POST', importPath(detail.id, '/confirm'), { version: detail.version });
    refresh();
    return done !== undefined;
  }

  return (
    <>
      {!open && <ProblemBanner problem={problem} />}
      <Actions sticky={blocked === undefined} status={blocked ?? [will, kept(detail.counts)].filter(Boolean).join(' ')}>
        <ConfirmDialog
          title={t('confirmTitle')}
          description={t('confirmText', { will })}
          confirmLabel={t('confirmButton')}
          errors={problem ? sentencesOf(problem) : undefined}
          open={open}
          onOpenChange={setOpen}
          onConfirm={confirm}
          trigger={
            <Button variant="primary" size="lg" disabled={blocked !== undefined}>
              {t('confirm')}
            </Button>
          }
        />
      </Actions>
    </>
  );
}
