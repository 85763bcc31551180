import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkTabs } from '@/components/ui/link-tabs';
import { PageHeader } from '@/components/ui/page-header';
import type { Params } from '@/components/ui/url';
import { GoToCompound } from '@/components/votes/go-to-compound';
import { SchemeDialog } from '@/components/votes/schemes/scheme-dialog';
import { SchemeVersion } from '@/components/votes/schemes/scheme-version';
import { can } from '@/lib/domain/accounts/permissions';
import { labelIn } from '@/lib/domain/kernel/label';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { compoundHead, firstCompounds } from '@/lib/server/votes/compound-head';
import { schemesOf, schemeUse } from '@/lib/server/votes/schemes';

type Props = { searchParams: Promise<Params> };

const querySchema = z.object({
  compound: z.uuid().optional().catch(undefined),
  version: z.coerce.number().int().positive().optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('voteDesk.schemes'))('title') };
}

const read = (actor: Actor, compound: string, version?: number) =>
  withReader(actor, async (reader) => {
    const head = await compoundHead(reader, actor, compound);
    if (!head) return null;
    const { rulebook } = await rulebookInForce(reader);
    const schemes = await schemesOf(reader, actor, compound);
    const scheme = schemes.find(({ no }) => no === version) ?? schemes[0];
    const used = scheme?.status === 'final' ? await schemeUse(reader, actor, scheme.id) : null;
    return { head, schemes, scheme, used, names: rulebook.votes.schemeParts };
  });

/** What the second vote of a compound votes on, version by version. */
export default async function SchemesPage({ searchParams }: Props) {
  const actor = await pageActor('vote.read');
  const { compound, version } = querySchema.parse(await searchParams);
  const [t, locale] = await Promise.all([getTranslations('voteDesk.schemes'), getLocale()]);
  const found = compound ? await read(actor, compound, version) : null;
  if (!found) return <ChooseCompound actor={actor} />;
  const { head, schemes, scheme, used, names } = found;
  const former = scheme && schemes.find(({ no }) => no < scheme.no);
  const mayWrite = head.active && can(actor.role, 'vote.write');
  return (
    <ClientMessages namespaces={['voteDesk']}>
      <PageHeader
        title={t('title')}
        crumbs={[{ label: head.name, href: `/compounds/${head.id}#votes` }, { label: t('title') }]}
        description={[head.name, head.code, labelIn({ zh: head.place, en: head.placeEn }, locale)].join(' · ')}
        action={
          mayWrite && (
            <SchemeDialog
              compoundId={head.id}
              earlier={schemes}
              trigger={<Button variant={schemes.length === 0 ? 'primary' : 'secondary'}>{t('newVersion')}</Button>}
            />
          )
        }
      />
      {scheme ? (
        <>
          <LinkTabs
            label={t('versions')}
            active={String(scheme.no)}
            tabs={schemes.map(({ no, status }) => ({
              key: String(no),
              label: `${t('version', { no })}${status === 'final' ? ` · ${t('final')}` : ''}`,
              href: `/votes/schemes?compound=${head.id}&version=${no}`,
            }))}
          />
          <SchemeVersion
            key={scheme.id}
            scheme={scheme}
            former={former}
            names={names}
            used={used}
            mayWrite={mayWrite}
            mayPublish={head.active && can(actor.role, 'notice.write')}
          />
        </>
      ) : (
        <Card>
          <EmptyState title={t('none')} description={t(mayWrite ? 'noneText' : 'noneRead')} />
        </Card>
      )}
    </ClientMessages>
  );
}

async function ChooseCompound({ actor }: { actor: Actor }) {
  const t = await getTranslations('voteDesk.schemes');
  const first = await withReader(actor, (reader) => firstCompounds(reader, actor));
  return (
    <ClientMessages namespaces={['voteDesk']}>
      <PageHeader title={t('title')} description={t('description')} />
      <Card className="max-w-xl">
        <GoToCompound label={t('choose')} hint={t('chooseHint')} first={first} path="/votes/schemes" />
      </Card>
    </ClientMessages>
  );
}
