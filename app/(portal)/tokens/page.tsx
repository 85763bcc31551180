import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewToken } from '@/components/accounts/new-token';
import { TokenTable } from '@/components/accounts/token-table';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { TextLink } from '@/components/ui/text-link';
import { hrefWith } from '@/components/ui/url';
import { can } from '@/lib/domain/accounts/permissions';
import { scopesOf } from '@/lib/domain/accounts/scopes';
import { latestExpiry, tokenListQuery } from '@/lib/domain/accounts/tokens';
import { addDays, today } from '@/lib/domain/kernel/calendar-date';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { tokensOf } from '@/lib/server/accounts/token-queries';
import { databaseNow } from '@/lib/server/db/now';
import { withActor } from '@/lib/server/db/with-actor';
import { pageActor } from '@/lib/server/gate';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts.tokens'))('title') };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** One's own: what other systems come in with in one's name. */
export default async function TokensPage({ searchParams }: Props) {
  const actor = await pageActor();
  const query = tokenListQuery.safeParse(await searchParams).data ?? tokenListQuery.parse({});
  const [{ tokens, now }, t] = await Promise.all([
    withActor(actor, async (tx) => ({
      tokens: await tokensOf(tx, actor.accountId, query),
      now: await databaseNow(tx),
    })),
    getTranslations('accounts.tokens'),
  ]);
  const day = today(now);
  return (
    <ClientMessages namespaces={['accounts']}>
      <PageHeader
        title={t('title')}
        description={
          <>
            {t('description')} <TextLink href="/api-docs">{t('toDocs')}</TextLink>
          </>
        }
        action={
          <NewToken scopes={scopesOf(actor.role)} today={day} usual={addDays(day, 90)} latest={latestExpiry(day)} />
        }
      />
      <TokenTable tokens={tokens.items} mayRevoke mayAudit={can(actor.role, 'audit.read')} />
      {tokens.total > tokens.items.length && (
        <Pagination
          total={tokens.total}
          firstHref={query.cursor ? '/tokens' : undefined}
          nextHref={tokens.nextCursor ? hrefWith('/tokens', {}, { cursor: tokens.nextCursor }) : undefined}
        />
      )}
    </ClientMessages>
  );
}
