import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkTabs } from '@/components/ui/link-tabs';
import { NumberedPagination } from '@/components/ui/pagination';
import { Progress } from '@/components/ui/progress';
import { hrefWith, type Params } from '@/components/ui/url';
import { CheckQueue } from '@/components/votes/checks/check-queue';
import { can } from '@/lib/domain/accounts/permissions';
import { CHECK_STATES, checkListQuery } from '@/lib/domain/votes/check-list';
import { takesChecks } from '@/lib/domain/votes/phases';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { ballotsToCheck } from '@/lib/server/votes/ballot-list';
import { roundWithRules } from '@/lib/server/votes/queries';
import { RoundFrame } from '../round-frame';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Params> };

export async function generateMetadata() {
  return { title: (await getTranslations('voteDesk.checks'))('title') };
}

function read(actor: Actor, id: string, params: Params) {
  const parsed = checkListQuery.safeParse(params);
  const query = parsed.success ? parsed.data : checkListQuery.parse({});
  return withReader(actor, async (reader) => {
    const found = await roundWithRules(reader, actor, id);
    return found && { ...found, query, list: await ballotsToCheck(reader, actor, id, query) };
  });
}

/** The second person's look at what the first recorded. */
export default async function ChecksPage({ params, searchParams }: Props) {
  const actor = await pageActor('vote.check');
  const [{ id }, given] = await Promise.all([params, searchParams]);
  const found = z.uuid().safeParse(id).success ? await read(actor, id, given) : null;
  if (!found) notFound();
  const { view: round, rulebook, query, list } = found;
  const t = await getTranslations('voteDesk.checks');
  const path = `/votes/${id}/checks`;
  const at = (page: number) => hrefWith(path, given, { page: page > 1 ? String(page) : undefined });
  // what was looked at has left the list, and the page that was open may be gone with it
  if (list.items.length === 0 && query.page > 1) redirect(at(1));
  const { checked = 0, returned = 0 } = round.tally ?? {};
  const corrects = round.status === 'open' && can(actor.role, 'vote.write');
  return (
    <RoundFrame actor={actor} round={round} tab="checks">
      <ClientMessages namespaces={['voteDesk']}>
        <p className="mb-3 max-w-3xl text-sm text-ink-3">{t('description')}</p>
        <div className="mb-3 max-w-xl">
          <Progress
            label={t('progress')}
            done={checked}
            total={returned}
            text={`${t('progress')} ${t('progressText', { checked, returned })}`}
          />
        </div>
        <LinkTabs
          label={t('filter')}
          active={query.state}
          tabs={CHECK_STATES.map((state) => ({
            key: state,
            label: t('state', { name: t(`states.${state}`), count: list.counts[state] }),
            href: hrefWith(path, given, { state, page: undefined }),
          }))}
        />
        {query.state === 'waiting' && list.waitingMine > 0 && (
          <p className="mb-3 text-sm text-ink-3">{t('mineWaiting', { count: list.waitingMine })}</p>
        )}
        {list.items.length === 0 ? (
          <EmptyState title={t(`none.${query.state}`)} />
        ) : (
          <CheckQueue
            key={list.items.map(({ ballot }) => ballot.id).join()}
            roundId={id}
            items={list.items}
            menu={Object.fromEntries(rulebook.menu.map(({ code, name }) => [code, name]))}
            takesChecks={takesChecks(round.status)}
            correctHref={corrects ? `/votes/${id}/grid` : undefined}
          />
        )}
        <NumberedPagination
          page={query.page}
          limit={query.limit}
          total={list.total}
          shown={list.items.length}
          hrefOf={at}
        />
      </ClientMessages>
    </RoundFrame>
  );
}
