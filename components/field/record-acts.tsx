'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import type { Field } from '@/lib/client/outbox/use-field';
import { mayAmend, mayDiscard } from '@/lib/domain/field/machine';
import { type BallotRecord, type FieldRecord, type SiteRecord, whereOf } from '@/lib/domain/field/types';
import { ConflictDialog } from './conflict-dialog';
import { SiteActs } from './site/site-acts';
import { homeHref } from './use-hash';

type Props = {
  field: Field;
  record: FieldRecord /** what it belongs to is on this device, and goes on */;
  here: boolean;
};

/** What its officer may do with a record. */
export function RecordActs({ field, record, here }: Props) {
  const t = useTranslations('field.records');
  if (record.state.is === 'sent' && record.kind !== 'ballot' && record.kind !== 'visit')
    return <Result record={record} />;
  if (!mayDiscard(record)) return null;
  return (
    <div className="flex flex-wrap gap-2 pt-0.5">
      {record.kind === 'ballot' && <BallotActs field={field} record={record} here={here} />}
      {(record.kind === 'inspection' || record.kind === 'report') && here && <SiteActs field={field} record={record} />}
      <ConfirmDialog
        danger
        title={t('discardTitle', { where: whereOf(record) })}
        description={t('discardText')}
        confirmLabel={t('discard')}
        onConfirm={() => field.discard(record.id)}
        trigger={<Button variant="quiet">{t(record.state.is === 'waiting' ? 'withdraw' : 'discard')}</Button>}
      />
    </div>
  );
}

function BallotActs({ field, record, here }: { field: Field; record: BallotRecord; here: boolean }) {
  const t = useTranslations('field.records');
  const [comparing, setComparing] = useState(false);
  if (record.state.is === 'conflict')
    return (
      <>
        <Button variant="primary" onClick={() => setComparing(true)}>
          {t('compare')}
        </Button>
        <ConflictDialog field={field} record={record} open={comparing} onOpenChange={setComparing} />
      </>
    );
  return mayAmend(record) && here ? (
    <a href={homeHref(record.roundId, record.household.id)} className={buttonStyle('secondary')}>
      {t('amend')}
    </a>
  ) : null;
}

/** What came of it, in the system: there it is gone on with. */
function Result({ record }: { record: SiteRecord }) {
  const t = useTranslations('field.records');
  const madeId = record.state.is === 'sent' ? record.state.madeId : null;
  const href =
    record.kind === 'report' ? `/projects/${record.projectId}/reports/${record.month}` : `/inspections/${madeId}`;
  return (
    <a href={href} className="inline-flex min-h-11 items-center text-sm text-accent-ink underline">
      {t('look')}
    </a>
  );
}
