'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import type { Field } from '@/lib/client/outbox/use-field';
import { mayReopen } from '@/lib/domain/field/machine';
import type { SiteRecord } from '@/lib/domain/field/types';
import { draftHref } from '../use-hash';

/** The way on with what was begun on a site: written on, mended, or compared with what somebody else kept. */
export function SiteActs({ field, record }: { field: Field; record: SiteRecord }) {
  const t = useTranslations('field.records');
  const href = draftHref(record.projectId, record.id);
  const { is } = record.state;
  if (is === 'draft' || is === 'conflict')
    return (
      <a href={href} className={buttonStyle('primary')}>
        {t(is === 'draft' ? 'goOn' : 'compare')}
      </a>
    );
  if (!mayReopen(record)) return null;

  async function reopen() {
    await field.reopen(record.id);
    location.hash = href;
  }
  return <Button onClick={reopen}>{t('amend')}</Button>;
}
