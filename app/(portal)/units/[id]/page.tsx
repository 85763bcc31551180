import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { AuditTimeline } from '@/components/audit/audit-timeline';
import { Badge } from '@/components/ui/badge';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { UnitActions } from '@/components/units/unit-actions';
import { can } from '@/lib/domain/accounts/permissions';
import { calendarDateOf, today } from '@/lib/domain/kernel/calendar-date';
import { idField } from '@/lib/domain/kernel/input';
import { labelIn } from '@/lib/domain/kernel/label';
import { UNIT_KIND_LABELS } from '@/lib/domain/units/labels';
import { formatDate } from '@/lib/format/date';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { historyOf } from '@/lib/server/audit/queries';
import { databaseNow } from '@/lib/server/db/clock';
import { withActor } from '@/lib/server/db/with-actor';
import { pageActor } from '@/lib/server/gate';
import { oneUnit } from '@/lib/server/units/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('units'))('facts') };
}

export default async function UnitPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor('unit.read');
  const { id } = await params;
  if (!idField.safeParse(id).success) notFound();
  const { unit, history } = await withActor(actor, async (tx) => ({
    unit: await oneUnit(tx, actor, id),
    history: can(actor.role, 'audit.read') ? await historyOf(tx, 'unit', id) : null,
  }));
  if (!unit) notFound();
  const [t, locale, now] = await Promise.all([getTranslations('units'), getLocale(), databaseNow()]);
  const day = (date: string) => formatDate(calendarDateOf(date), locale);
  const mayWrite = can(actor.role, 'unit.write') && !unit.validTo;
  const names = unit.versions.length > 0 ? unit.versions : [{ ...unit, documentNo: null }];
  const under = mayWrite && unit.kind !== 'community' && (
    <LinkButton href={`/units/new?under=${unit.id}`} icon={<Plus aria-hidden="true" />}>
      {t('addUnder')}
    </LinkButton>
  );
  return (
    <ClientMessages namespaces={['units']}>
      <PageHeader
        title={unit.name}
        crumbs={[{ href: '/units', label: t('title') }]}
        marks={<Badge>{labelIn(UNIT_KIND_LABELS[unit.kind], locale)}</Badge>}
        more={under}
      />
      <div className="space-y-5">
        {unit.validTo && (
          <Banner tone="red" title={`${t('retired')} ${day(unit.validTo)}`}>
            {unit.retiredReason}
          </Banner>
        )}
        <Card title={t('facts')}>
          <DefinitionList
            items={[
              { term: t('code'), value: <span className="font-mono">{unit.code}</span> },
              { term: t('nameEn'), value: unit.nameEn },
              { term: t('validFrom'), value: day(unit.validFrom) },
              { term: t('children'), value: unit.children },
              { term: t('compounds'), value: unit.compounds },
              { term: t('accounts'), value: unit.accounts },
              { term: t('approver'), value: unit.approvers.feasibility },
            ]}
          />
        </Card>
        <Card title={t('versions')}>
          <ul className="space-y-1.5 text-sm">
            {names.map((name) => (
              <li key={name.validFrom} className="flex flex-wrap gap-x-3">
                <span className="font-medium">{name.name}</span>
                <span className="font-mono text-ink-3">{name.code}</span>
                <span className="text-ink-3">
                  {name.validTo
                    ? t('span', { from: day(name.validFrom), to: day(name.validTo) })
                    : t('since', { from: day(name.validFrom) })}
                </span>
                {name.documentNo && <span className="text-ink-3">{name.documentNo}</span>}
              </li>
            ))}
          </ul>
        </Card>
        {mayWrite && <UnitActions unit={unit} today={today(now)} />}
        {history && (
          <Card title={t('history')}>
            <AuditTimeline lines={history} />
          </Card>
        )}
      </div>
    </ClientMessages>
  );
}
