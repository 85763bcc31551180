import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { FundTabs } from '@/components/funds/fund-tabs';
import { OrdersTable } from '@/components/funds/orders-table';
import { FilterChips } from '@/components/ui/filter-chips';
import { LinkTabs } from '@/components/ui/link-tabs';
import { PageHeader } from '@/components/ui/page-header';
import { NumberedPagination } from '@/components/ui/pagination';
import { hrefWith } from '@/components/ui/url';
import { can } from '@/lib/domain/accounts/permissions';
import { ORDER_LABELS } from '@/lib/domain/funds/labels';
import { ORDER_STATES } from '@/lib/domain/funds/types';
import { fundWords } from '@/lib/domain/funds/words';
import { labelIn } from '@/lib/domain/kernel/label';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { withReader } from '@/lib/server/db/with-reader';
import { countOrders, paymentOrders } from '@/lib/server/funds/queries';
import { pageActor } from '@/lib/server/gate';

export async function generateMetadata() {
  return { title: (await getTranslations('ledger.orders'))('pageTitle') };
}

const PAGE = 50;
const query = z.object({
  status: z.enum(ORDER_STATES).optional().catch(undefined),
  /** one request, where a line of a bank statement leads */
  order: z.uuid().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function PaymentsPage({ searchParams }: { searchParams: Search }) {
  const actor = await pageActor('fund.read');
  const [t, locale] = await Promise.all([getTranslations('ledger.orders'), getLocale()]);
  const { status, order, page } = query.parse(await searchParams);
  const { orders, total, rulebook } = await withReader(actor, async (reader) => ({
    orders: await paymentOrders(reader, actor, { id: order, status, limit: PAGE, offset: (page - 1) * PAGE }),
    total: await countOrders(reader, actor, { id: order, status }),
    rulebook: (await rulebookInForce(reader)).rulebook,
  }));
  return (
    <ClientMessages namespaces={['ledger']}>
      <FundTabs active="payments" role={actor.role} />
      <PageHeader title={t('pageTitle')} description={t('pageText')} />
      <div className="space-y-4">
        <LinkTabs
          label={t('filter')}
          active={status ?? 'all'}
          tabs={[
            { key: 'all', label: t('everything'), href: '/funds/payments' },
            ...ORDER_STATES.map((key) => ({
              key,
              label: labelIn(ORDER_LABELS[key], locale),
              href: `/funds/payments?status=${key}`,
            })),
          ]}
        />
        {order && (
          <FilterChips
            chips={[
              {
                key: 'order',
                label: t('only', { no: orders[0]?.voucherNo ?? order.slice(0, 8) }),
                removeHref: hrefWith('/funds/payments', { status }),
              },
            ]}
            clearHref="/funds/payments"
          />
        )}
        <OrdersTable
          withProject
          orders={orders}
          words={fundWords(rulebook)}
          accountId={actor.accountId}
          mayApprove={can(actor.role, 'payment.approve')}
          mayAsk={can(actor.role, 'payment.write')}
        />
        <NumberedPagination
          page={page}
          limit={PAGE}
          total={total}
          shown={orders.length}
          hrefOf={(to) => hrefWith('/funds/payments', { status, order, page: String(to) })}
        />
      </div>
    </ClientMessages>
  );
}
