'use client';

import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { InspectBar } from '@/components/inspections/forms/inspect-bar';
import { InspectFields } from '@/components/inspections/forms/inspect-fields';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast-store';
import { sentencesOf } from '@/lib/client/api';
import type { Field } from '@/lib/client/outbox/use-field';
import type { SitePackage } from '@/lib/domain/field/site-package';
import type { InspectionRecord } from '@/lib/domain/field/types';
import { showInstead, siteHref } from '../use-hash';
import { KeptHere } from './kept-here';
import { RefusedBefore } from './refused-before';
import { showFirstFault } from './use-faults';
import { useSiteInspection } from './use-site-inspection';

type Props = {
  field: Field;
  record: InspectionRecord;
  inspection: NonNullable<SitePackage['inspection']>;
  names: Readonly<Record<string, string>>;
};

/** 现场检查 without a network: the same checklist, kept on the device with each tap. */
export function InspectView({ field, record, inspection, names }: Props) {
  const t = useTranslations('field.site');
  const { inspecting, finish } = useSiteInspection(field, record, inspection);
  const { problem } = inspecting;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!(await finish())) return showFirstFault();
    toast(t('kept', { what: t('inspection') }));
    showInstead(siteHref(record.projectId));
  }

  return (
    <form onSubmit={submit} noValidate className="space-y-4">
      <RefusedBefore record={record} />
      <InspectFields inspecting={inspecting} sheet={inspection.sheet} kinds={inspection.kinds} names={names} />
      {inspecting.values.stop.on && <Banner tone="amber" title={t('stopWaits')} />}
      {problem && <Banner live tone="red" title={problem.title} list={sentencesOf(problem)} />}
      <InspectBar counts={inspecting.counts} state={<KeptHere />}>
        <Button type="submit" variant="primary" size="lg" className="max-sm:flex-1">
          {t('finish')}
        </Button>
      </InspectBar>
    </form>
  );
}
