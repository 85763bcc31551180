import type { Metadata } from 'next';
import { getMessages, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import type { Params } from '@/components/ui/url';
import { ConditionList } from '@/components/votes/condition-list';
import { RoundForm } from '@/components/votes/create/round-form';
import { today } from '@/lib/domain/kernel/calendar-date';
import { conditionsOf } from '@/lib/domain/votes/rounds';
import type { RoundNumber } from '@/lib/domain/votes/types';
import { formatReason } from '@/lib/format/reason';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { databaseNow } from '@/lib/server/db/clock';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { compoundHead, firstCompounds } from '@/lib/server/votes/compound-head';
import { prospectOf } from '@/lib/server/votes/prospect';
import { schemesOf } from '@/lib/server/votes/schemes';

type Props = { searchParams: Promise<Params> };

/** An address that somebody shortened or changed begins from nothing. */
const querySchema = z.object({
  compound: z.uuid().optional().catch(undefined),
  round: z.enum(['1', '2']).optional().catch(undefined),
  scheme: z.uuid().optional().catch(undefined),
});
type Query = z.output<typeof querySchema>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('voteDesk.create'))('title') };
}

function read(actor: Actor, { compound: wanted, round: given, scheme: asked }: Query) {
  return withReader(actor, async (reader) => {
    const first = await firstCompounds(reader, actor);
    const round: RoundNumber = given === '2' ? 2 : 1;
    const head = wanted ? await compoundHead(reader, actor, wanted) : null;
    if (!head) return { first, round, head: null, schemes: [], scheme: undefined, prospect: null };
    const schemes = round === 2 ? await schemesOf(reader, actor, head.id) : [];
    const scheme =
      schemes.find(({ id }) => id === asked) ?? schemes.find(({ status }) => status === 'final') ?? schemes[0];
    const place = { compoundId: head.id, round, schemeId: scheme?.id ?? null };
    return { first, round, head, schemes, scheme, prospect: await prospectOf(reader, actor, place) };
  });
}

/** A new attempt of one of the two votes, with what it will need to open. */
export default async function NewRoundPage({ searchParams }: Props) {
  const actor = await pageActor('vote.write');
  const found = await read(actor, querySchema.parse(await searchParams));
  const { first, round, head, schemes, scheme, prospect } = found;
  const [t, votes, messages, now] = await Promise.all([
    getTranslations('voteDesk.create'),
    getTranslations('votes'),
    getMessages(),
    databaseNow(),
  ]);
  const conditions = prospect
    ? conditionsOf('open', prospect.facts).map((one) => ({
        ...one,
        sentence: one.reason && formatReason(one.reason, messages.reasons),
      }))
    : [];
  const closed = prospect !== null && (prospect.live !== null || prospect.passed);
  const choices = head && !first.some(({ id }) => id === head.id) ? [head, ...first] : first;
  return (
    <ClientMessages namespaces={['votes', 'voteDesk']}>
      <PageHeader
        title={t('title')}
        description={t('description')}
        crumbs={[{ label: votes('title'), href: '/votes' }, { label: t('title') }]}
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <Card>
          <div className="max-w-xl space-y-5">
            {prospect?.live && (
              <Banner
                tone="amber"
                title={t('live', { code: prospect.live.code })}
                action={<TextLink href={`/votes/${prospect.live.id}`}>{t('toRound')}</TextLink>}
              />
            )}
            {prospect?.passed && <Banner tone="green" title={t('passed')} />}
            {prospect && !prospect.live && !prospect.passed && prospect.attempts > 0 && (
              <Banner title={t('attempts', { count: prospect.attempts })} />
            )}
            <RoundForm
              first={choices}
              chosen={{ compound: head?.id ?? '', round, scheme: scheme?.id ?? '' }}
              schemes={schemes}
              today={today(now)}
              closed={closed}
            />
          </div>
        </Card>
        <Card title={t('conditions')} description={t('conditionsText')}>
          {!prospect ? (
            <p className="text-sm text-ink-3">{t('chooseFirst')}</p>
          ) : (
            <>
              <ConditionList conditions={conditions} />
              {!closed && conditions.every(({ met }) => met) && (
                <p className="mt-3 text-sm text-green-ink">{t('ready')}</p>
              )}
            </>
          )}
        </Card>
      </div>
    </ClientMessages>
  );
}
