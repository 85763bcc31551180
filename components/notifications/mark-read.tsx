'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast-store';
import { useAct } from '@/lib/client/use-act';
import { colon } from '@/lib/format/colon';

/** Both say it to the server and read page and bell anew. */
function useMarking() {
  const router = useRouter();
  const { act, busy } = useAct<undefined>();
  const t = useTranslations('notifications');
  async function mark(path: string, body?: object) {
    if (await act('POST', path, { body })) router.refresh();
    else toast(t('failed'), 'red');
  }
  return { mark, busy, t };
}

export function MarkAllRead({ upTo }: { upTo: string }) {
  const { mark, busy, t } = useMarking();
  return (
    <Button busy={busy} onClick={() => mark('/api/v1/notifications/read', { upTo })}>
      {t('readAll')}
    </Button>
  );
}

export function MarkRead({ id, about }: { id: string; about: string }) {
  const { mark, busy, t } = useMarking();
  const locale = useLocale();
  return (
    <Button
      size="sm"
      variant="quiet"
      busy={busy}
      aria-label={`${t('read')}${colon(locale)}${about}`}
      onClick={() => mark(`/api/v1/notifications/${id}/read`)}
    >
      {t('read')}
    </Button>
  );
}

/** The way to the record; whoever takes it has read the message. */
export function ToRecord({
  id,
  href,
  unread,
  children,
}: {
  id: string;
  href: string;
  unread: boolean;
  children: ReactNode;
}) {
  const { mark } = useMarking();
  return (
    <a
      href={href}
      data-soft=""
      onClick={() => unread && void mark(`/api/v1/notifications/${id}/read`)}
      className={unread ? 'font-medium text-ink hover:underline' : 'text-ink-2 hover:underline'}
    >
      {children}
    </a>
  );
}
