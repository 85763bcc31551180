import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { StatusLight } from '@/components/ui/status-light';
import { labelIn } from '@/lib/domain/kernel/label';
import { NOTICE_STATUS_LABELS } from '@/lib/domain/notices/labels';
import type { SchemeUse, SchemeView } from '@/lib/domain/votes/answers';
import { ROUND_STATUS_LABELS } from '@/lib/domain/votes/labels';
import { DifferenceCard } from './difference-card';
import { Finalize } from './finalize';
import { type PartName, PartsCard } from './parts-card';
import { SchemeDialog } from './scheme-dialog';
import { SchemeFacts } from './scheme-facts';

type Props = {
  scheme: SchemeView;
  former?: SchemeView;
  names: readonly PartName[];
  /** of a final version */
  used: SchemeUse | null;
  mayWrite: boolean;
  mayPublish: boolean;
};

/** One version: its sums, its six parts, what it changes, and what follows once it is final. */
export function SchemeVersion({ scheme, former, names, used, mayWrite, mayPublish }: Props) {
  const t = useTranslations('voteDesk.schemes');
  const isDraft = scheme.status === 'draft';
  return (
    <div className="min-w-0 space-y-4">
      <Card
        title={scheme.title}
        description={
          <StatusLight light={isDraft ? 'neutral' : 'green'}>
            {t('version', { no: scheme.no })} · {t(isDraft ? 'draft' : 'final')}
          </StatusLight>
        }
        action={
          mayWrite &&
          isDraft && (
            <div className="flex gap-2">
              <SchemeDialog compoundId={scheme.compound.id} scheme={scheme} trigger={<Button>{t('edit')}</Button>} />
              <Finalize scheme={scheme} />
            </div>
          )
        }
      >
        <SchemeFacts scheme={scheme} />
      </Card>
      {used && <NextCard scheme={scheme} used={used} mayWrite={mayWrite} mayPublish={mayPublish} />}
      <PartsCard scheme={scheme} names={names} mayWrite={mayWrite && isDraft} />
      {former && <DifferenceCard scheme={scheme} former={former} names={names} />}
    </div>
  );
}

/** What a final version waits for, or where that stands: its design notice, and the round that votes on it. */
function NextCard({
  scheme,
  used,
  mayWrite,
  mayPublish,
}: Omit<Props, 'former' | 'names' | 'used'> & { used: SchemeUse }) {
  const t = useTranslations('voteDesk.schemes');
  const locale = useLocale();
  const { notice, round } = used;
  if (!notice && !round && !mayPublish && !mayWrite) return null;
  return (
    <Card title={t('nextTitle')} description={notice && round ? undefined : t('nextText')}>
      <div className="flex flex-wrap gap-2">
        {notice ? (
          <LinkButton href={`/notices/${notice.id}`}>
            {t('noticeOf', { status: labelIn(NOTICE_STATUS_LABELS[notice.status], locale) })}
          </LinkButton>
        ) : (
          mayPublish && <LinkButton href={`/notices/new?scheme=${scheme.id}&kind=design`}>{t('notice')}</LinkButton>
        )}
        {round ? (
          <LinkButton href={`/votes/${round.id}`}>
            {t('roundOf', { status: labelIn(ROUND_STATUS_LABELS[round.status], locale) })}
          </LinkButton>
        ) : (
          mayWrite && (
            <LinkButton href={`/votes/new?compound=${scheme.compound.id}&round=2&scheme=${scheme.id}`}>
              {t('vote')}
            </LinkButton>
          )
        )}
      </div>
    </Card>
  );
}
