import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { ComplaintBody, HistoryCard } from '@/components/complaints/complaint-body';
import { HandleActions } from '@/components/complaints/handle-card';
import { limitWord, STATUS_TONES, subjectName } from '@/components/complaints/words';
import { Badge } from '@/components/ui/badge';
import { PageHeader } from '@/components/ui/page-header';
import { StatusLight } from '@/components/ui/status-light';
import { can } from '@/lib/domain/accounts/permissions';
import type { ComplaintView } from '@/lib/domain/complaints/answers';
import { isAssignedTo, reopenReasons } from '@/lib/domain/complaints/handling';
import { COMPLAINT_KIND_LABELS, STATUS_LABELS } from '@/lib/domain/complaints/labels';
import type { CalendarDate } from '@/lib/domain/kernel/calendar-date';
import { labelIn } from '@/lib/domain/kernel/label';
import { siteRulesOf } from '@/lib/domain/rulebook/rulebook';
import { colon } from '@/lib/format/colon';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { assigneesOf, complaintView, mattersToJoin } from '@/lib/server/complaints/queries';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';

const paramsSchema = z.object({ id: z.uuid() });

export async function generateMetadata() {
  return { title: (await getTranslations('complaints'))('title') };
}

const read = (actor: Actor, id: string) =>
  withReader(actor, async (reader) => {
    const complaint = await complaintView(reader, actor, id);
    if (!complaint) return null;
    const rules = siteRulesOf((await rulebookInForce(reader)).rulebook).complaints;
    const handles = can(actor.role, 'complaint.handle');
    const where = { countyId: complaint.county.id, complaintId: id };
    return {
      complaint,
      rules,
      assignees: handles ? await assigneesOf(reader, where) : null,
      matters: handles ? await mattersToJoin(reader, actor, complaint) : [],
    };
  });

const mayReopen = (complaint: ComplaintView, reopenDays: number): boolean =>
  reopenReasons(
    {
      ...complaint,
      projectId: complaint.project?.id ?? null,
      answeredOn: complaint.answeredOn as CalendarDate | null,
      reopenedOn: complaint.reopenedOn as CalendarDate | null,
    },
    complaint.today as CalendarDate,
    reopenDays,
  ).length === 0;

export default async function ComplaintPage({ params }: PageProps<'/complaints/[id]'>) {
  const actor = await pageActor('complaint.read');
  const where = paramsSchema.safeParse(await params);
  const found = where.success ? await read(actor, where.data.id) : null;
  if (!found) notFound();
  const { complaint, rules, assignees, matters } = found;
  const [t, locale] = await Promise.all([getTranslations('complaints'), getLocale()]);
  const { status, subject, kind } = complaint;
  const { soonDays, subjects, reopenDays } = rules;
  const limit = limitWord(complaint, { today: complaint.today as CalendarDate, soonDays, t });
  return (
    <ClientMessages namespaces={['complaints']}>
      <PageHeader
        title={`${labelIn(COMPLAINT_KIND_LABELS[kind], locale)}${colon(locale)}${subjectName(subjects, subject, locale)}`}
        crumbs={[{ label: t('back'), href: '/complaints' }, { label: complaint.no }]}
        marks={
          <>
            <Badge tone={STATUS_TONES[status]}>{labelIn(STATUS_LABELS[status], locale)}</Badge>
            {limit && <StatusLight light={limit.light}>{limit.text}</StatusLight>}
          </>
        }
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <ComplaintBody
          complaint={complaint}
          subjects={subjects}
          mayReveal={can(actor.role, 'personal.reveal')}
          actions={
            <HandleActions
              complaint={complaint}
              rights={{
                handle: can(actor.role, 'complaint.handle'),
                draft: can(actor.role, 'complaint.draft') && isAssignedTo(complaint, actor),
                mayReopen: mayReopen(complaint, reopenDays),
              }}
              assignees={assignees}
              matters={matters}
            />
          }
        />
        <HistoryCard events={complaint.events} />
      </div>
    </ClientMessages>
  );
}
