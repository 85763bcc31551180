'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { EmptyState } from '@/components/ui/empty-state';
import type { Field, FieldFacts } from '@/lib/client/outbox/use-field';
import type { SitePackage } from '@/lib/domain/field/site-package';
import type { SiteRecord, TakenProject } from '@/lib/domain/field/types';
import { InspectView } from './inspect-view';
import { InspectionsHere } from './inspections-here';
import { MonthsHere } from './months-here';
import { ReportClash } from './report-clash';
import { ReportView } from './report-view';

type Props = { field: Field; facts: FieldFacts; project: TakenProject | undefined; recordId: string | null };

/** One project on its site: what can be recorded there, or what is being written. */
export function SiteView({ field, facts, project, recordId }: Props) {
  const t = useTranslations('field.site');
  const locale = useLocale();
  if (!project?.package) return <EmptyState title={t('gone')} description={t('goneText')} />;
  const taken = project.package;
  const names = Object.fromEntries(taken.menu.map(({ code, name, nameEn }) => [code, locale === 'en' ? nameEn : name]));
  const record = facts.records.find((one): one is SiteRecord => one.id === recordId && 'projectId' in one);
  if (record) return <Writing field={field} record={record} taken={taken} names={names} />;
  return (
    <div className="space-y-6">
      <InspectionsHere field={field} facts={facts} project={project} taken={taken} />
      <MonthsHere field={field} facts={facts} project={project} taken={taken} />
    </div>
  );
}

type WritingProps = { field: Field; record: SiteRecord; taken: SitePackage; names: Readonly<Record<string, string>> };

function Writing({ field, record, taken, names }: WritingProps) {
  const t = useTranslations('field.site');
  if (record.kind === 'report') {
    const report = taken.reports.find(({ month }) => month === record.month);
    if (record.state.is === 'conflict')
      return <ReportClash field={field} record={record} theirs={record.state.theirs} names={names} />;
    if (record.state.is === 'draft' && report)
      return <ReportView key={record.id} field={field} record={record} report={report} names={names} />;
  }
  if (record.kind === 'inspection' && record.state.is === 'draft' && taken.inspection)
    return <InspectView key={record.id} field={field} record={record} inspection={taken.inspection} names={names} />;
  if (record.state.is === 'draft')
    return (
      <Banner tone="amber" title={t('noLonger')}>
        {t('noLongerText')}
      </Banner>
    );
  return record.state.is === 'waiting' || record.state.is === 'sending' ? (
    <Banner tone="amber" title={t('unsure')} />
  ) : (
    <EmptyState title={t('gone')} description={t('goneText')} />
  );
}
