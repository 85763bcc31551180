import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { FundTabs } from '@/components/funds/fund-tabs';
import { IdleTable } from '@/components/funds/idle-table';
import { PaceCard } from '@/components/funds/pace-card';
import { ShortagesTable } from '@/components/funds/shortages-table';
import { WatchFilters } from '@/components/funds/watch-filters';
import { LinkButton } from '@/components/ui/link-button';
import { LinkTabs } from '@/components/ui/link-tabs';
import { PageHeader } from '@/components/ui/page-header';
import { NumberedPagination } from '@/components/ui/pagination';
import { hrefWith, type Params } from '@/components/ui/url';
import { can } from '@/lib/domain/accounts/permissions';
import { idleQuery, shortageQuery, WATCH_PAGE } from '@/lib/domain/funds/watch-answers';
import { fundWords } from '@/lib/domain/funds/words';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { counties } from '@/lib/server/annual/plan-rows';
import { yearsToChoose } from '@/lib/server/annual/year';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { withReader } from '@/lib/server/db/with-reader';
import { idleMoney } from '@/lib/server/funds/idle';
import { pacesOf } from '@/lib/server/funds/pace';
import { shortages } from '@/lib/server/funds/shortages';
import { pageActor } from '@/lib/server/gate';

const viewSchema = z.enum(['idle', 'shortages']).catch('idle');

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('allocation.watch'))('title') };
}

/** Each list reads its own parameters; one that somebody wrote wrongly shows the usual list. */
async function read(actor: Actor, { view, ...asked }: Params) {
  const list = viewSchema.parse(view);
  const idle = idleQuery.safeParse(asked);
  const short = shortageQuery.safeParse(asked);
  const idleAsked = idle.success ? idle.data : idleQuery.parse({});
  const shortAsked = short.success ? short.data : shortageQuery.parse({});
  const { year, county, page } = list === 'idle' ? idleAsked : shortAsked;
  return withReader(actor, async (reader) => {
    // asked at once, so that they travel together
    const [idle, short, paces, found, { years }, { rulebook }] = await Promise.all([
      list === 'idle' ? idleMoney(reader, actor, idleAsked) : null,
      list === 'shortages' ? shortages(reader, actor, shortAsked) : null,
      pacesOf(reader, actor, { year, county }),
      counties(reader, actor),
      yearsToChoose(reader, actor),
      rulebookInForce(reader),
    ]);
    return { list, year, county, page, idle, short, paces, counties: found, years, words: fundWords(rulebook) };
  });
}

/** 闲置与缺口: where money lies and where it lacks. */
export default async function WatchPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await pageActor('fund.read');
  const params = await searchParams;
  const [found, t] = await Promise.all([read(actor, params), getTranslations('allocation.watch')]);
  const { list, idle, short, words } = found;
  const shown = idle ?? short;
  const withCounty = found.counties.length > 1;
  const kept = { year: found.year ? String(found.year) : undefined, county: found.county };
  return (
    <ClientMessages namespaces={['allocation']}>
      <FundTabs active="watch" role={actor.role} />
      <PageHeader
        title={t('title')}
        description={t('description', { days: String(shown?.days ?? '') })}
        more={
          <LinkButton href={hrefWith('/api/v1/funds/watch.xlsx', kept)} download>
            {t('export')}
          </LinkButton>
        }
      />
      <div className="space-y-4">
        <PaceCard paces={found.paces} />
        <LinkTabs
          label={t('view')}
          active={list}
          tabs={(['idle', 'shortages'] as const).map((key) => ({
            key,
            label: t(key),
            href: hrefWith('/funds/watch', kept, { view: key }),
          }))}
        />
        <WatchFilters view={list} years={found.years} counties={found.counties} words={words} />
        {idle && (
          <IdleTable idle={idle} words={words} withCounty={withCounty} mayAssign={can(actor.role, 'fund.write')} />
        )}
        {short && <ShortagesTable shortages={short} words={words} withCounty={withCounty} />}
        {shown && (
          <NumberedPagination
            page={found.page}
            limit={WATCH_PAGE}
            total={shown.total}
            shown={shown.items.length}
            hrefOf={(to) => hrefWith('/funds/watch', params, { page: String(to) })}
          />
        )}
      </div>
    </ClientMessages>
  );
}
