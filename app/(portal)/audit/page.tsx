import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuditTimeline } from '@/components/audit/audit-timeline';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterFold } from '@/components/ui/filter-fold';
import { FilterSelect } from '@/components/ui/filter-select';
import { Input } from '@/components/ui/input';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { SearchBox } from '@/components/ui/search-box';
import { TextLink } from '@/components/ui/text-link';
import { Toolbar } from '@/components/ui/toolbar';
import { hrefWith, pairsOf } from '@/components/ui/url';
import { can } from '@/lib/domain/accounts/permissions';
import { auditListQuery } from '@/lib/domain/audit/views';
import { ClientMessages } from '@/lib/i18n/client-messages';
import messages from '@/lib/i18n/messages/zh-CN/audit';
import { oneToken } from '@/lib/server/accounts/token-queries';
import { listAudit } from '@/lib/server/audit/queries';
import { withActor } from '@/lib/server/db/with-actor';
import { pageActor } from '@/lib/server/gate';
import { unitOptions } from '@/lib/server/units/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** 'compound.update', 'compound.file.add' …: every act that has a word. */
const keysOf = (words: object, prefix = ''): string[] =>
  Object.entries(words).flatMap(([key, word]) =>
    typeof word === 'string' ? [`${prefix}${key}`] : keysOf(word, `${prefix}${key}.`),
  );
const actionKeys = keysOf(messages.actions);

export default async function AuditPage({ searchParams }: Props) {
  const actor = await pageActor('audit.read');
  const params = Object.fromEntries(Object.entries(await searchParams).filter(([, value]) => value !== ''));
  const query = auditListQuery.safeParse(params).data ?? auditListQuery.parse({});
  const [{ list, counties, compound, token }, t] = await Promise.all([
    withActor(actor, async (tx) => ({
      list: await listAudit(tx, actor, query),
      counties: (await unitOptions(tx, actor)).filter(({ kind }) => kind === 'county'),
      compound: query.compound
        ? await tx.compound.findFirst({
            where: { id: query.compound, countyId: { in: [...actor.counties] } },
            select: { id: true, name: true },
          })
        : null,
      token: query.token ? await oneToken(tx, query.token) : null,
    })),
    getTranslations('audit'),
  ]);
  const actions = actionKeys.map((value) => ({ value, label: t(`actions.${value}` as 'actions.account.sign_in') }));
  const entities = Object.keys(messages.entities).map((value) => ({
    value,
    label: t(`entities.${value as keyof typeof messages.entities}`),
  }));
  const places = [
    { value: 'prefecture', label: t('prefectureOwn') },
    ...counties.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const active = Object.keys(params).filter((key) => !['q', 'cursor', 'limit'].includes(key)).length;
  return (
    <ClientMessages namespaces={['audit']}>
      <PageHeader title={t('title')} description={t('description')} />
      <Toolbar>
        <FilterFold active={active} search={<SearchBox path="/audit" params={params} label={t('search')} />}>
          <FilterSelect name="action" label={t('filterAction')} options={actions} />
          <FilterSelect name="entity" label={t('filterEntity')} options={entities} />
          {counties.length > 1 && <FilterSelect name="county" label={t('filterCounty')} options={places} />}
          <form action="/audit" className="flex flex-wrap items-end gap-2 max-sm:col-span-2">
            {pairsOf(params, ['from', 'to', 'cursor']).map(([key, value]) => (
              <input key={key} type="hidden" name={key} value={value} />
            ))}
            {(['from', 'to'] as const).map((end) => (
              <label
                key={end}
                htmlFor={`audit-${end}`}
                className="flex items-center gap-1.5 text-sm text-ink-2 max-sm:w-full"
              >
                {t(end)}
                <Input id={`audit-${end}`} type="date" name={end} defaultValue={query[end]} className="sm:w-auto!" />
              </label>
            ))}
            <Button type="submit">{t('apply')}</Button>
          </form>
        </FilterFold>
        {Object.keys(params).length > 0 && (
          <LinkButton href="/audit" variant="quiet">
            {t('clear')}
          </LinkButton>
        )}
      </Toolbar>
      {compound && (
        <p className="mb-3 text-sm">
          <TextLink href={`/compounds/${compound.id}`}>{t('ofCompound', { name: compound.name })}</TextLink>
        </p>
      )}
      {token && <p className="mb-3 text-sm text-ink-2">{t('ofToken', { name: token.name, hint: token.hint })}</p>}
      <Card>
        {list.items.length === 0 ? (
          <EmptyState title={t('empty')} description={t('emptyHint')} />
        ) : (
          <AuditTimeline lines={list.items} mayReveal={can(actor.role, 'personal.reveal')} full />
        )}
      </Card>
      <Pagination
        total={list.total}
        firstHref={query.cursor ? hrefWith('/audit', params, { cursor: undefined }) : undefined}
        nextHref={list.nextCursor ? hrefWith('/audit', params, { cursor: list.nextCursor }) : undefined}
      />
    </ClientMessages>
  );
}
