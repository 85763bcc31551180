import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { StatusLight } from '@/components/ui/status-light';
import { TextLink } from '@/components/ui/text-link';
import type { ProjectAftercare } from '@/lib/domain/aftercare/answers';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { formatDate } from '@/lib/format/date';
import { ChecksCard } from './checks-card';
import { HandoverCard } from './handover-card';
import { PropertyCard } from './property-card';

type Props = { found: ProjectAftercare; mayWrite: boolean };

/** 后续管理: the management plan, the property service, what is handed over, and the checks afterwards. */
export function AftercareView({ found, mayWrite }: Props) {
  const writes = mayWrite && found.project.status !== 'withdrawn';
  return (
    <div className="space-y-4">
      <div className="grid gap-4 lg:grid-cols-2">
        <PlanCard found={found} />
        <PropertyCard found={found} mayWrite={writes} />
      </div>
      <HandoverCard found={found} mayWrite={writes} />
      <ChecksCard found={found} mayWrite={writes} />
    </div>
  );
}

function PlanCard({ found: { project, managementPlan } }: { found: ProjectAftercare }) {
  const t = useTranslations('aftercare.plan');
  const locale = useLocale();
  return (
    <Card id="plan" className="no-print" title={t('title')} description={t('text')}>
      <StatusLight light={managementPlan ? 'green' : 'amber'}>
        {managementPlan
          ? t('filed', { no: managementPlan.no, day: formatDate(calendarDateOf(managementPlan.filedAt), locale) })
          : t('missing')}
      </StatusLight>
      <p className="mt-1 text-sm">
        <TextLink href={`/projects/${project.id}/papers#managementPlan`}>
          {t(managementPlan ? 'look' : 'upload')}
        </TextLink>
      </p>
    </Card>
  );
}
