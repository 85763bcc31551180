import { getTranslations } from 'next-intl/server';
import { ActTimeline } from '@/components/audit/act-timeline';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import { hrefWith, type Params } from '@/components/ui/url';
import { can } from '@/lib/domain/accounts/permissions';
import type { Actor } from '@/lib/server/actor';
import { actsOfCompound } from '@/lib/server/audit/queries';
import { withActor } from '@/lib/server/db/with-actor';

type Props = { actor: Actor; compound: { id: string; name: string }; params: Params; lastChange: string };

const LINE = /^\d{1,18}$/;

/** 修改记录, for those who may read the audit; the others see who changed it last. */
export async function CompoundHistory({ actor, compound, params, lastChange }: Props) {
  const t = await getTranslations('compounds');
  const [wanted] = [params.history].flat();
  const before = wanted && LINE.test(wanted) ? wanted : undefined;
  const found = can(actor.role, 'audit.read')
    ? await withActor(actor, (tx) => actsOfCompound(tx, actor, compound.id, { before }))
    : { items: [], nextCursor: null };
  const at = (cursor: string | undefined) =>
    `${hrefWith(`/compounds/${compound.id}`, params, { history: cursor })}#history`;
  return (
    <Card id="history" title={t('sections.history')}>
      {found.items.length === 0 ? (
        <p className="text-sm text-ink-3">{lastChange}</p>
      ) : (
        <ActTimeline acts={found.items} subject={compound.name} />
      )}
      {(before || found.nextCursor) && (
        <nav aria-label={t('sections.history')} className="no-print mt-4 flex flex-wrap gap-x-5 gap-y-2 text-sm">
          {before && <TextLink href={at(undefined)}>{t('history.newest')}</TextLink>}
          {found.nextCursor && <TextLink href={at(found.nextCursor)}>{t('history.older')}</TextLink>}
        </nav>
      )}
      {found.items.length > 0 && (
        <p className="no-print mt-3 text-sm">
          <TextLink href={`/audit?compound=${compound.id}`}>{t('history.all')}</TextLink>
        </p>
      )}
    </Card>
  );
}
