import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LinkButton } from '@/components/ui/link-button';
import { type ErrorStatus, errorKinds } from './error-kinds';
import { ErrorView } from './error-view';

type Props = {
  status: ErrorStatus;
  requestId?: string;
  reasons?: readonly string[];
  /** With 429: how long to wait. */
  retryAfter?: number;
  homeHref?: string;
  /** Before the way home, such as a button that tries again. */
  actions?: ReactNode;
};

/** One page per kind of error. Works on the server and, inside the layout's texts, in the browser. */
export function ErrorPage({ status, requestId, reasons, retryAfter, homeHref = '/', actions }: Props) {
  const t = useTranslations('frame.errors');
  const kind = errorKinds[status];
  const texts = {
    title: t(`${kind}.title`),
    text: t(`${kind}.text`),
    todo: status === 429 && retryAfter ? t('tooMany.todoIn', { seconds: retryAfter }) : t(`${kind}.todo`),
    todoLabel: t('whatToDo'),
    requestIdLabel: t('requestId'),
    tellSupport: t('tellSupport'),
  };
  return (
    <ErrorView
      status={status}
      texts={texts}
      reasons={reasons}
      requestId={requestId}
      actions={
        <>
          {actions}
          <LinkButton href={homeHref} variant={actions ? 'secondary' : 'primary'} prefetch={false}>
            {t('home')}
          </LinkButton>
        </>
      }
    />
  );
}
