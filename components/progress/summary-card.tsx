'use client';

import { useLocale, useTranslations } from 'next-intl';
import { ActButton } from '@/components/forms/act-button';
import { said } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Copyable } from '@/components/ui/copyable';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { LinkButton } from '@/components/ui/link-button';
import { StatusLight } from '@/components/ui/status-light';
import type { SummaryView } from '@/lib/domain/progress/answers';
import { formatDateTime } from '@/lib/format/date';
import { DecideDialog } from './forms/decide-dialog';

type Props = {
  month: string;
  countyId: string;
  summary: SummaryView | null;
  rights: { send: boolean; decide: boolean };
};

const TONES = { submitted: 'accent', returned: 'amber', accepted: 'green' } as const;
const SIGNERS = ['filler', 'reviewer', 'signer'] as const;

/** 县市月度汇总: sent as one act by three persons; the prefecture accepts it or gives it back. */
export function SummaryCard({ month, countyId, summary, rights }: Props) {
  const t = useTranslations('progress.summary');
  const sheet = useTranslations('progressSheet');
  const maySend = rights.send && (summary === null || summary.status === 'returned');
  return (
    <Card
      title={t('title')}
      description={t('text')}
      action={
        <span className="flex flex-wrap gap-2">
          <LinkButton size="sm" href={`/api/v1/progress/${month}/summary.xlsx?county=${countyId}`} download>
            {sheet('summary')}
          </LinkButton>
          {maySend && <SendSummary month={month} />}
        </span>
      }
      id="summary"
    >
      {summary ? <Sent summary={summary} mayDecide={rights.decide} /> : <p className="text-sm">{t('none')}</p>}
    </Card>
  );
}

function Sent({ summary, mayDecide }: { summary: SummaryView; mayDecide: boolean }) {
  const t = useTranslations('progress.summary');
  const locale = useLocale();
  const path = `/api/v1/county-months/${summary.id}/decide`;
  const { filler, reviewer, signer, status, late, hash, firstReceivedAt, remark, version } = summary;
  return (
    <div className="flex flex-wrap items-start justify-between gap-3 text-sm">
      <div className="min-w-0 space-y-1">
        <p className="flex flex-wrap items-center gap-2">
          <Badge tone={TONES[status]}>{t(`status.${status}`)}</Badge>
          {t('received', { at: formatDateTime(new Date(firstReceivedAt), locale) })}
          {late && <StatusLight light="amber">{t('late')}</StatusLight>}
        </p>
        <p>{t('signed', { filler, reviewer, signer })}</p>
        <p className="text-ink-3">
          <Copyable text={hash} />
        </p>
        {remark && <p className="text-amber-ink">{remark}</p>}
      </div>
      {mayDecide && status === 'submitted' && (
        <span className="flex gap-2">
          <DecideDialog
            title={t('return')}
            action={t('return')}
            done={t('returnedDone')}
            label={t('remark')}
            path={path}
            version={version}
          />
          <ActButton
            label={t('accept')}
            title={t('acceptTitle')}
            description={t('acceptText')}
            path={path}
            body={{ accept: true }}
            version={version}
            done={t('acceptedDone')}
          />
        </span>
      )}
    </div>
  );
}

function SendSummary({ month }: { month: string }) {
  const t = useTranslations('progress.summary');
  return (
    <SendDialog
      title={t('send')}
      trigger={
        <Button size="sm" variant="primary">
          {t('send')}
        </Button>
      }
      action={t('send')}
      method="POST"
      path={`/api/v1/progress/${month}/summary`}
      fields={SIGNERS}
      done={t('sent')}
      body={(form) => Object.fromEntries(SIGNERS.map((name) => [name, said(form, name)]))}
    >
      {(errors) =>
        SIGNERS.map((name) => (
          <Field key={name} label={t(name)} error={errors(name)} required>
            <Input name={name} maxLength={40} autoComplete="off" />
          </Field>
        ))
      }
    </SendDialog>
  );
}
