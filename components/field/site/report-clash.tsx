'use client';

import { useTranslations } from 'next-intl';
import { TheirsBanner } from '@/components/progress/theirs-banner';
import { toast } from '@/components/ui/toast-store';
import { newKey } from '@/lib/client/api';
import type { Field } from '@/lib/client/outbox/use-field';
import { requestBody } from '@/lib/domain/field/bodies';
import type { ReportRecord } from '@/lib/domain/field/types';
import type { ReportAnswer } from '@/lib/domain/progress/answers';
import { showInstead, siteHref } from '../use-hash';

type Props = {
  field: Field;
  record: ReportRecord;
  theirs: ReportAnswer;
  names: Readonly<Record<string, string>>;
};

/** Somebody kept this month in the system while it was filled in here: what is different is shown, and one of both chosen. */
export function ReportClash({ field, record, theirs, names }: Props) {
  const t = useTranslations('field.site');
  const mine = requestBody(record);
  if (!mine) return null;
  const back = () => showInstead(siteHref(record.projectId));

  async function keepMine() {
    await field.decide(record.id, 'mine', '', newKey());
    toast(t('decided'));
    back();
  }

  async function takeTheirs() {
    await field.discard(record.id);
    toast(t('dropped'));
    back();
  }

  return <TheirsBanner theirs={theirs} mine={mine} names={names} onTake={takeTheirs} onKeep={keepMine} />;
}
