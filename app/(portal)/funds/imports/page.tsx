import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { StatementUpload } from '@/components/fund-imports/statement-upload';
import { StatementsTable } from '@/components/fund-imports/statements-table';
import { TwoKinds } from '@/components/fund-imports/two-kinds';
import { FundTabs } from '@/components/funds/fund-tabs';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { NumberedPagination } from '@/components/ui/pagination';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { withReader } from '@/lib/server/db/with-reader';
import { statements } from '@/lib/server/funds/imports/queries';
import { pageActor } from '@/lib/server/gate';

export async function generateMetadata() {
  return { title: (await getTranslations('fundImports'))('title') };
}

const PAGE = 20;
const query = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });
type Search = Promise<Record<string, string | string[] | undefined>>;

/** Where bank statements and ledgers come in, and what became of those before. */
export default async function FundImportsPage({ searchParams }: { searchParams: Search }) {
  const actor = await pageActor('fund.write');
  const t = await getTranslations('fundImports');
  const { page } = query.parse(await searchParams);
  const { items, total } = await withReader(actor, (reader) =>
    statements(reader, actor, { limit: PAGE, offset: (page - 1) * PAGE }),
  );
  return (
    <ClientMessages namespaces={['fundImports']}>
      <FundTabs active="imports" role={actor.role} />
      <PageHeader title={t('title')} description={t('description')} />
      <div className="space-y-6">
        <Card>
          <StatementUpload />
        </Card>
        <TwoKinds />
        <section aria-labelledby="imports" className="space-y-3">
          <h2 id="imports" className="text-lg font-semibold">
            {t('list.title')}
          </h2>
          <StatementsTable statements={items} />
          <NumberedPagination
            page={page}
            limit={PAGE}
            total={total}
            shown={items.length}
            hrefOf={(to) => `/funds/imports?page=${to}`}
          />
        </section>
      </div>
    </ClientMessages>
  );
}
