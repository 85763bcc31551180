'use client';

import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import type { NoticeView } from '@/lib/domain/notices/answers';
import { useSend } from './use-send';

type Props = { notice: Pick<NoticeView, 'id' | 'title' | 'version' | 'status'> };

export function WithdrawNotice({ notice: { id, title, version, status } }: Props) {
  const t = useTranslations('notices.withdraw');
  const { send, lines } = useSend();
  return (
    <ConfirmDialog
      danger
      title={t('title', { title })}
      description={t('text')}
      confirmLabel={t('action')}
      reason={{}}
      errors={lines}
      trigger={<Button variant="secondary">{t(status === 'draft' ? 'drop' : 'action')}</Button>}
      onConfirm={async (reason) =>
        (await send('POST', `/api/v1/notices/${id}/withdraw`, { body: { reason }, version, done: t('done') })) !== null
      }
    />
  );
}

export function CompleteNotice({ notice: { id, title, version } }: Props) {
  const t = useTranslations('notices.complete');
  const { send, lines } = useSend();
  return (
    <ConfirmDialog
      title={t('title', { title })}
      description={t('text')}
      confirmLabel={t('action')}
      errors={lines}
      trigger={<Button variant="primary">{t('action')}</Button>}
      onConfirm={async () =>
        (await send('POST', `/api/v1/notices/${id}/complete`, { version, done: t('done') })) !== null
      }
    />
  );
}
