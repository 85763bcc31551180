import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { readProject } from '@/app/(portal)/projects/read';
import { ContractsPaidCard } from '@/components/funds/contracts-paid-card';
import { EntriesCard } from '@/components/funds/entries-card';
import { MoneyActs } from '@/components/funds/money-acts';
import { MoneyStats } from '@/components/funds/money-stats';
import { OrdersTable } from '@/components/funds/orders-table';
import { entriesHref } from '@/components/funds/overview/entries-href';
import { FlowPicture } from '@/components/funds/overview/flow-picture';
import { PotsCard } from '@/components/funds/pots-card';
import { SourcesCard } from '@/components/funds/sources-card';
import { Card } from '@/components/ui/card';
import { can } from '@/lib/domain/accounts/permissions';
import { fundWords } from '@/lib/domain/funds/words';
import { againstActing } from '@/lib/domain/projects/acting';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { todayOf } from '@/lib/server/annual/year';
import { withReader } from '@/lib/server/db/with-reader';
import { plannedItems } from '@/lib/server/funds/facts';
import { projectMoney } from '@/lib/server/funds/project-money';
import { pageActor } from '@/lib/server/gate';

export async function generateMetadata() {
  return { title: (await getTranslations('projects'))('tabs.money') };
}

export default async function MoneyPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor('project.read', 'fund.read');
  const found = await readProject(actor, (await params).id);
  if (!found) notFound();
  const { project, rulebook } = found;
  const t = await getTranslations('ledger.orders');
  const { money, planned, today } = await withReader(actor, async (reader) => ({
    money: await projectMoney(reader, actor, project.id),
    planned: await plannedItems(reader, project.id),
    today: await todayOf(reader),
  }));
  const words = fundWords(rulebook);
  const works = { ...words, menu: words.menu.filter(({ code }) => planned.has(code)) };
  const isOpen = project.status !== 'withdrawn';
  const mayWrite = isOpen && can(actor.role, 'fund.write');
  const mayAsk = isOpen && can(actor.role, 'payment.write') && againstActing(actor, project).length === 0;
  const href = (movement: string) => entriesHref({ project: project.id, movement });
  return (
    <ClientMessages namespaces={['charts', 'fundViews', 'ledger']}>
      <div className="space-y-4">
        <MoneyStats total={money.total} hrefOf={href} />
        {(mayWrite || mayAsk) && (
          <MoneyActs
            projectId={project.id}
            words={works}
            money={money}
            today={today}
            mayWrite={mayWrite}
            mayAsk={mayAsk}
          />
        )}
        <Card title={t('title')} description={t('description')}>
          <OrdersTable
            orders={money.orders}
            words={words}
            accountId={actor.accountId}
            mayApprove={can(actor.role, 'payment.approve')}
            mayAsk={mayAsk}
          />
        </Card>
        <SourcesCard money={money} words={words} />
        <FlowPicture
          flows={money.flows}
          words={words}
          hrefOf={(source, item) => entriesHref({ project: project.id, source, item, movement: 'paid' })}
        />
        <PotsCard pots={money.pots} words={words} />
        <ContractsPaidCard contracts={money.contracts} />
        <EntriesCard
          entries={money.entries}
          count={money.entryCount}
          words={words}
          today={today}
          allHref={entriesHref({ project: project.id })}
          mayReverse={can(actor.role, 'fund.write')}
          mayAsk={mayAsk}
        />
      </div>
    </ClientMessages>
  );
}
