import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { AmendForm } from '@/components/programme/amend-form';
import { Amendments } from '@/components/programme/amendments';
import { CampaignDialog } from '@/components/programme/campaign-dialog';
import { ChangesTable } from '@/components/programme/changes-table';
import { CountyTotals } from '@/components/programme/county-totals';
import { FreezeForm } from '@/components/programme/freeze-form';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { FilterSelect } from '@/components/ui/filter-select';
import { PageHeader } from '@/components/ui/page-header';
import { hrefWith } from '@/components/ui/url';
import { can } from '@/lib/domain/accounts/permissions';
import { calendarDateOf, today } from '@/lib/domain/kernel/calendar-date';
import { CHANGE_KINDS } from '@/lib/domain/programme/answers';
import { formatDate, formatDateTime } from '@/lib/format/date';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { surveyDashboard } from '@/lib/server/dashboards/queries';
import { type Tx, withActor } from '@/lib/server/db/with-actor';
import { pageActor } from '@/lib/server/gate';
import { campaignDetail } from '@/lib/server/programme/campaigns';
import { changesSince } from '@/lib/server/programme/changes';

const paramsSchema = z.object({ id: z.uuid() });
const querySchema = z.object({
  county: z.uuid().optional(),
  kind: z.enum(CHANGE_KINDS).optional(),
  cursor: z.uuid().optional(),
});
type Query = z.infer<typeof querySchema>;

export async function generateMetadata() {
  return { title: (await getTranslations('programme'))('title') };
}

async function read(tx: Tx, actor: Actor, id: string, query: Query) {
  const campaign = await campaignDetail(tx, actor, id);
  if (!campaign) return null;
  const isFrozen = campaign.status === 'frozen';
  const mayOpen = can(actor.role, 'compound.read');
  const figures = !isFrozen && can(actor.role, 'baseline.freeze') ? await surveyDashboard(tx, actor, {}) : null;
  return {
    campaign,
    changes: isFrozen && mayOpen ? await changesSince(tx, actor, id, { ...query, limit: 50 }) : null,
    freezing: figures?.ok
      ? { incomplete: figures.value.totals.incomplete.compounds, today: today(new Date(figures.value.asOf)) }
      : null,
  };
}

export default async function CampaignPage({ params, searchParams }: PageProps<'/programme/campaigns/[id]'>) {
  const actor = await pageActor('programme.read');
  const [where, query] = [paramsSchema.safeParse(await params), querySchema.safeParse(await searchParams)];
  if (!where.success || !query.success) notFound();
  const found = await withActor(actor, (tx) => read(tx, actor, where.data.id, query.data));
  if (!found) notFound();
  const { campaign, changes, freezing } = found;
  const [t, locale] = await Promise.all([getTranslations('programme'), getLocale()]);
  const day = (text: string) => formatDate(calendarDateOf(text), locale);
  const path = `/programme/campaigns/${campaign.id}`;
  const description = campaign.baselineOn
    ? `${t('baselineOn')} ${day(campaign.baselineOn)} · ${t('documentNo')} ${campaign.documentNo} · ${t('frozenAt')} ${formatDateTime(campaign.frozenAt ? new Date(campaign.frozenAt) : null, locale)}`
    : t('period', { from: day(campaign.opensOn), to: day(campaign.closesOn) });
  return (
    <ClientMessages namespaces={['programme']}>
      <PageHeader
        title={campaign.name}
        crumbs={[{ label: t('back'), href: '/programme' }]}
        marks={<Badge tone={campaign.status === 'open' ? 'accent' : 'neutral'}>{t(`status.${campaign.status}`)}</Badge>}
        description={description}
        more={
          campaign.status === 'open' &&
          can(actor.role, 'programme.write') && (
            <CampaignDialog campaign={campaign} trigger={<Button>{t('edit')}</Button>} />
          )
        }
      />
      <div className="space-y-4">
        {campaign.counties.length > 0 && (
          <Card
            title={t('totals')}
            description={t(campaign.status === 'open' ? 'totalsOpen' : 'totalsFrozen')}
            id="totals"
          >
            <CountyTotals campaign={campaign} mayOpen={can(actor.role, 'compound.read')} />
          </Card>
        )}
        {freezing && (
          <Card title={t('freeze.title')} id="freeze">
            <FreezeForm campaign={campaign} {...freezing} />
          </Card>
        )}
        {changes && (
          <Card
            title={t('changes.title')}
            id="changes"
            action={
              <div className="flex flex-wrap gap-2">
                {campaign.counties.length > 1 && (
                  <FilterSelect
                    name="county"
                    label={t('county')}
                    options={campaign.counties.map(({ countyId, name }) => ({ value: countyId, label: name }))}
                  />
                )}
                <FilterSelect
                  name="kind"
                  label={t('changes.all')}
                  options={CHANGE_KINDS.map((kind) => ({ value: kind, label: t(`changes.kinds.${kind}`) }))}
                />
              </div>
            }
          >
            <ChangesTable
              {...changes}
              locale={locale}
              nextHref={changes.nextCursor ? hrefWith(path, query.data, { cursor: changes.nextCursor }) : undefined}
              firstHref={query.data.cursor ? hrefWith(path, query.data, { cursor: undefined }) : undefined}
            />
          </Card>
        )}
        {campaign.status === 'frozen' && campaign.counties.length > 0 && (
          <div className="grid gap-4 xl:grid-cols-2">
            {can(actor.role, 'baseline.amend') && (
              <Card title={t('amend.title')} id="amend">
                <AmendForm campaign={campaign} />
              </Card>
            )}
            <Card title={t('amendments')}>
              <Amendments amendments={campaign.amendments} />
            </Card>
          </div>
        )}
      </div>
    </ClientMessages>
  );
}
