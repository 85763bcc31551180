'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast-store';
import { type Problem, sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';
import type { StatementLine } from '@/lib/domain/funds/imports/answers';

interface Props {
  statement: Pick<StatementLine, 'id' | 'kind' | 'errors' | 'undecided'> & { version: number };
  /** what was found, as it would be accepted */
  proposals: readonly object[];
  /** lines that nobody decided on, and nothing was found for */
  left: readonly string[];
}

interface Applied {
  counts: { written: number; asked: number; confirmed: number };
}

/** What is left before it is written, and the one thing that writes it. */
export function StatementActs({ statement, proposals, left }: Props) {
  const t = useTranslations('fundImports.act');
  const router = useRouter();
  const { act, busy, problem } = useAct<object>(() => router.refresh());
  const { id, kind, version, errors, undecided } = statement;
  const base = `/api/v1/funds/imports/${id}`;

  async function decide(decisions: readonly object[]) {
    if (!(await act('PATCH', `${base}/decisions`, { body: { decisions }, version }))) return false;
    toast(t('acceptedAll', { count: decisions.length }));
    router.refresh();
    return true;
  }

  async function settle(what: 'apply' | 'cancel') {
    const answer = await act('POST', `${base}/${what}`, { version });
    if (!answer) return false;
    const { counts } = answer as Partial<Applied>;
    toast(counts ? t('applied', { ...counts }) : t('cancelled'));
    router.refresh();
    return true;
  }

  const ready = errors === 0 && undecided === 0;
  const title =
    errors > 0
      ? t('hasErrors', { count: errors })
      : undecided > 0
        ? t('undecidedLeft', { count: undecided })
        : t('ready');
  return (
    <div className="space-y-3">
      <Banner tone={errors > 0 ? 'red' : ready ? 'green' : 'amber'} title={title} />
      <div className="flex flex-wrap gap-2">
        {proposals.length > 0 && (
          <Button busy={busy} variant={ready ? undefined : 'primary'} onClick={() => decide(proposals)}>
            {t('acceptAll', { count: proposals.length })}
          </Button>
        )}
        {left.length > 0 && errors === 0 && (
          <ConfirmDialog
            title={t('outsideTitle', { count: left.length })}
            description={t('outsideText')}
            confirmLabel={t('outside', { count: left.length })}
            reason={{ label: t('outsideReason') }}
            errors={problem && sentencesOf(problem)}
            onConfirm={(reason) => decide(left.map((lineId) => ({ lineId, decision: 'outside', reason })))}
            trigger={<Button>{t('outside', { count: left.length })}</Button>}
          />
        )}
        <ConfirmDialog
          title={t('applyTitle')}
          description={t(kind === 'bank' ? 'applyBank' : 'applyLedger')}
          confirmLabel={t('apply')}
          errors={problem && inRows(problem, t)}
          onConfirm={() => settle('apply')}
          trigger={
            <Button variant="primary" disabled={!ready}>
              {t('apply')}
            </Button>
          }
        />
        <ConfirmDialog
          title={t('cancelTitle')}
          description={t('cancelText')}
          confirmLabel={t('cancel')}
          onConfirm={() => settle('cancel')}
          trigger={<Button>{t('cancel')}</Button>}
        />
      </div>
      {problem && (
        <Banner
          live
          tone="red"
          title={problem.status === 409 ? t('conflict') : t('failed')}
          list={problem.status === 409 ? [] : inRows(problem, t)}
        />
      )}
    </div>
  );
}

/** Each reason with the row that it speaks of. */
function inRows(problem: Problem, t: ReturnType<typeof useTranslations<'fundImports.act'>>): string[] {
  if (!problem.reasons?.length) return sentencesOf(problem);
  return problem.reasons.map(({ field, message }) => {
    const row = /^rows\.(\d+)\./.exec(field ?? '')?.[1];
    return row ? t('rowOf', { row, message }) : message;
  });
}
