'use client';

import { ClipboardCheck } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { newKey } from '@/lib/client/api';
import type { Field, FieldFacts } from '@/lib/client/outbox/use-field';
import { inspectionDraft } from '@/lib/domain/field/record';
import { dayOnSite } from '@/lib/domain/field/site';
import type { SitePackage } from '@/lib/domain/field/site-package';
import type { InspectionRecord, TakenProject } from '@/lib/domain/field/types';
import { blankInspection } from '@/lib/domain/inspections/filled';
import { useRecordWords } from '../record-words';
import { draftHref } from '../use-hash';
import { SiteActs } from './site-acts';

type Props = { field: Field; facts: FieldFacts; project: TakenProject; taken: SitePackage };

/** 现场检查 of a project on this device: begun ones first, then a new one. */
export function InspectionsHere({ field, facts, project, taken }: Props) {
  const t = useTranslations('field.site');
  const format = useFormatter();
  const { stateOf } = useRecordWords();
  const { inspection } = taken;
  const open = facts.records.filter(
    (one): one is InspectionRecord =>
      one.kind === 'inspection' && one.projectId === project.id && one.state.is !== 'sent',
  );

  async function begin(at: NonNullable<SitePackage['inspection']>) {
    const now = new Date();
    const kinds = at.kinds.map(({ code }) => code);
    const record = inspectionDraft(
      { id: newKey(), key: newKey(), now: now.getTime(), project: { id: project.id, name: project.title } },
      blankInspection(at.sheet, kinds, dayOnSite(at.sheet.today, now)),
    );
    await field.begin(record);
    location.hash = draftHref(project.id, record.id);
  }

  return (
    <Card title={t('inspections')} description={inspection ? t('inspectionsText') : undefined}>
      <div className="space-y-4">
        {open.length > 0 && (
          <ul className="divide-y divide-line rounded-md border border-line">
            {open.map((record) => (
              <li key={record.id} className="flex flex-wrap items-center justify-between gap-3 p-3">
                <span className="text-sm">
                  <span className="block">
                    {t('begunAt', {
                      time: format.dateTime(record.createdAt, 'moment'),
                      done: Object.values(record.values.points).filter(({ result }) => result).length,
                    })}
                  </span>
                  <span className="text-ink-3">{stateOf(record)}</span>
                </span>
                <SiteActs field={field} record={record} />
              </li>
            ))}
          </ul>
        )}
        {inspection ? (
          <Button
            size="lg"
            variant={open.length > 0 ? 'secondary' : 'primary'}
            className="w-full"
            icon={<ClipboardCheck aria-hidden="true" />}
            onClick={() => begin(inspection)}
          >
            {t('begin')}
          </Button>
        ) : (
          <p className="text-sm text-ink-3">{t('noInspection')}</p>
        )}
      </div>
    </Card>
  );
}
