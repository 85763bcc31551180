import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { CompaniesTable } from '@/components/projects/companies-table';
import { CompanyDialog } from '@/components/projects/forms/company-dialog';
import { Button } from '@/components/ui/button';
import { FilterFold } from '@/components/ui/filter-fold';
import { FilterSelect } from '@/components/ui/filter-select';
import { PageHeader } from '@/components/ui/page-header';
import { NumberedPagination } from '@/components/ui/pagination';
import { SearchBox } from '@/components/ui/search-box';
import { Toolbar } from '@/components/ui/toolbar';
import { hrefWith, type Params } from '@/components/ui/url';
import { can } from '@/lib/domain/accounts/permissions';
import { labelIn } from '@/lib/domain/kernel/label';
import { COMPANY_KIND_LABELS } from '@/lib/domain/projects/labels';
import { companyListQuery } from '@/lib/domain/projects/schema';
import { COMPANY_KINDS } from '@/lib/domain/projects/types';
import { unitOptions } from '@/lib/format/unit-name';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { listCompanies } from '@/lib/server/projects/companies';
import { projectFilters } from '@/lib/server/projects/filters';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('projects'))('companies.title') };
}

async function read(actor: Actor, params: Params) {
  const parsed = companyListQuery.safeParse(params);
  const query = parsed.success ? parsed.data : companyListQuery.parse({});
  return withReader(actor, async (reader) => ({
    query,
    list: await listCompanies(reader, actor, query),
    ...(await projectFilters(reader, actor)),
  }));
}

/** The register of companies of the county; of the prefecture's counties for the prefecture. */
export default async function CompaniesPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await pageActor('project.read');
  const params = await searchParams;
  const [{ query, list, counties }, t, locale] = await Promise.all([
    read(actor, params),
    getTranslations('projects.companies'),
    getLocale(),
  ]);
  const mayWrite = can(actor.role, 'project.write');
  const active = [query.county, query.kind, query.retired === 'yes' ? 'yes' : undefined].filter(Boolean).length;
  return (
    <ClientMessages namespaces={['projects']}>
      <PageHeader
        title={t('title')}
        description={t('description')}
        action={mayWrite && <CompanyDialog trigger={<Button variant="primary">{t('add')}</Button>} />}
      />
      <Toolbar>
        <FilterFold
          active={active}
          search={<SearchBox path="/companies" params={params} label={t('search')} placeholder={t('search')} />}
        >
          {actor.level === 'prefecture' && (
            <FilterSelect name="county" label={t('county')} options={unitOptions(counties, locale)} />
          )}
          <FilterSelect
            name="kind"
            label={t('kinds')}
            options={COMPANY_KINDS.map((value) => ({ value, label: labelIn(COMPANY_KIND_LABELS[value], locale) }))}
          />
          <FilterSelect name="retired" label={t('inUse')} options={[{ value: 'yes', label: t('isRetired') }]} />
        </FilterFold>
      </Toolbar>
      <CompaniesTable
        companies={list.items}
        counties={actor.level === 'prefecture'}
        mayWrite={mayWrite}
        isFiltered={active > 0 || Boolean(query.q)}
      />
      <NumberedPagination
        page={query.page}
        limit={query.limit}
        total={list.total}
        shown={list.items.length}
        hrefOf={(page) => hrefWith('/companies', params, { page: page > 1 ? String(page) : undefined })}
      />
    </ClientMessages>
  );
}
