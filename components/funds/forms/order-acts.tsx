'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast-store';
import { sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';
import type { OrderView } from '@/lib/domain/funds/answers';
import { yuanText } from '@/lib/format/money-text';

type Props = { order: OrderView; own: boolean; mayApprove: boolean };

/** What is left to do with a request: its own person withdraws it, another approves or rejects it. */
export function OrderActs({ order, own, mayApprove }: Props) {
  const t = useTranslations('ledger.orders');
  const locale = useLocale();
  const router = useRouter();
  const { act, problem } = useAct<object>(() => router.refresh());
  const base = `/api/v1/funds/payments/${order.id}`;
  const errors = problem && sentencesOf(problem);

  async function send(path: string, body: object | undefined, done: string) {
    if (!(await act('POST', `${base}/${path}`, { body, version: order.version }))) return false;
    toast(done);
    router.refresh();
    return true;
  }

  if (own)
    return (
      <span className="flex flex-wrap items-center gap-1.5">
        <ConfirmDialog
          title={t('withdrawTitle')}
          description={t('withdrawText')}
          confirmLabel={t('withdraw')}
          errors={errors}
          onConfirm={() => send('withdraw', undefined, t('withdrawn'))}
          trigger={<Button size="sm">{t('withdraw')}</Button>}
        />
        {mayApprove && <span className="text-sm text-ink-3">{t('own')}</span>}
      </span>
    );
  if (!mayApprove) return null;
  const sum = yuanText(order.amount, locale);
  const approve = t(order.reversesId ? 'approveReversal' : 'approve');
  return (
    <span className="flex flex-wrap gap-1.5">
      <ConfirmDialog
        title={t(order.reversesId ? 'approveReversalTitle' : 'approveTitle', { sum })}
        description={t('approveText', { payee: order.payee, voucher: order.voucherNo })}
        confirmLabel={approve}
        errors={errors}
        onConfirm={() => send('decide', { decision: 'approve' }, t('approved'))}
        trigger={
          <Button size="sm" variant="primary">
            {approve}
          </Button>
        }
      />
      <ConfirmDialog
        title={t('rejectTitle')}
        description={t('approveText', { payee: order.payee, voucher: order.voucherNo })}
        confirmLabel={t('reject')}
        reason={{ label: t('rejectReason') }}
        errors={errors}
        onConfirm={(note) => send('decide', { decision: 'reject', note }, t('rejected'))}
        trigger={<Button size="sm">{t('reject')}</Button>}
      />
    </span>
  );
}
