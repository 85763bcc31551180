import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { StatusLight } from '@/components/ui/status-light';
import type { SchemeView } from '@/lib/domain/votes/answers';
import { DifferenceCard } from './difference-card';
import { Finalize } from './finalize';
import { type PartName, PartsCard } from './parts-card';
import { SchemeDialog } from './scheme-dialog';
import { SchemeFacts } from './scheme-facts';

type Props = {
  scheme: SchemeView;
  former?: SchemeView;
  names: readonly PartName[];
  mayWrite: boolean;
  mayPublish: boolean;
};

/** One version: its sums, its six parts, what it changes, and what follows once it is final. */
export function SchemeVersion({ scheme, former, names, mayWrite, mayPublish }: Props) {
  const t = useTranslations('voteDesk.schemes');
  const { compound } = scheme;
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
              <SchemeDialog compoundId={compound.id} scheme={scheme} trigger={<Button>{t('edit')}</Button>} />
              <Finalize scheme={scheme} />
            </div>
          )
        }
      >
        <SchemeFacts scheme={scheme} />
      </Card>
      {!isDraft && (mayPublish || mayWrite) && (
        <Card title={t('nextTitle')} description={t('nextText')}>
          <div className="flex flex-wrap gap-2">
            {mayPublish && <LinkButton href={`/notices/new?scheme=${scheme.id}&kind=design`}>{t('notice')}</LinkButton>}
            {mayWrite && (
              <LinkButton href={`/votes/new?compound=${compound.id}&round=2&scheme=${scheme.id}`}>
                {t('vote')}
              </LinkButton>
            )}
          </div>
        </Card>
      )}
      <PartsCard scheme={scheme} names={names} mayWrite={mayWrite && isDraft} />
      {former && <DifferenceCard scheme={scheme} former={former} names={names} />}
    </div>
  );
}
