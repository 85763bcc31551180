'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { FormDialog } from '@/components/ui/form-dialog';
import { toast } from '@/components/ui/toast-store';
import { sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';
import type { BatchDetail } from '@/lib/domain/funds/batch-answers';
import { groupThousands } from '@/lib/format/number';

type Props = {
  batch: Pick<BatchDetail, 'id'>;
  count: number;
  /** yuan, as they stand in the sheet */
  sum: string;
  /** saves what was not saved; answers the version that is to be issued */
  prepare: () => Promise<number | undefined>;
};

/** 下达: asked once more, since it stays; every reason against it stands in the dialog. */
export function IssueButton({ batch, count, sum, prepare }: Props) {
  const t = useTranslations('allocation.issue');
  const common = useTranslations('allocation');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [preparing, setPreparing] = useState(false);
  const { act, busy, problem, forget } = useAct<BatchDetail>();

  async function issue() {
    setPreparing(true);
    const version = await prepare();
    setPreparing(false);
    // what was refused of a row stands at the row
    if (version === undefined) return setOpen(false);
    if (!(await act('POST', `/api/v1/funds/batches/${batch.id}/issue`, { version }))) return;
    setOpen(false);
    toast(t('done'));
    router.refresh();
  }

  function show(next: boolean) {
    setOpen(next);
    forget();
    if (problem) router.refresh();
  }

  return (
    <FormDialog
      title={t('title')}
      description={t('text', { count, sum: groupThousands(sum) })}
      trigger={<Button variant="primary">{t('action')}</Button>}
      open={open}
      onOpenChange={show}
      action={t('action')}
      busy={busy || preparing}
      onSubmit={issue}
    >
      {problem && (
        <Banner
          live
          tone="red"
          title={problem.title}
          list={problem.conflict ? [common('conflict')] : sentencesOf(problem)}
        />
      )}
    </FormDialog>
  );
}
