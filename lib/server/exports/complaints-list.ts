import 'server-only';
import type { Writable } from 'node:stream';
import type { ComplaintRow } from '@/lib/domain/complaints/answers';
import { ASSIGNEE_LABELS, CHANNEL_LABELS, COMPLAINT_KIND_LABELS, STATUS_LABELS } from '@/lib/domain/complaints/labels';
import { type ComplaintColumn, complaintListQuery } from '@/lib/domain/complaints/list-query';
import { labelIn } from '@/lib/domain/kernel/label';
import { siteRulesOf } from '@/lib/domain/rulebook/rulebook';
import type { SiteRules } from '@/lib/domain/rulebook/schema-site';
import type { Actor } from '@/lib/server/actor';
import { complaintList } from '@/lib/server/complaints/queries';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { withActor } from '@/lib/server/db/with-actor';
import type { KeptOfComplaints } from './jobs';
import { columnsOf, type FileColumn, shownOf, worded } from './list-columns';
import { pagesOf, writeList } from './list-file';
import type { Progress } from './survey-export';

const { text, number } = columnsOf<ComplaintRow, ComplaintColumn>();

export function complaintColumns({ subjects }: SiteRules['complaints']): FileColumn<ComplaintRow, ComplaintColumn>[] {
  return [
    text('no', '编号', 'Number', 20, (row) => row.no),
    text('receivedOn', '收到日期', 'Received', 12, (row) => row.receivedOn),
    text('kind', '类别', 'Kind', 12, ({ kind }, locale) => labelIn(COMPLAINT_KIND_LABELS[kind], locale)),
    text('subject', '事项', 'Subject', 16, ({ subject }, locale) => worded(subjects, subject, locale)),
    text('content', '内容', 'Words', 60, (row) => row.content),
    number('content', '并案件数', 'Complaints', '0', (row) => row.complaints),
    text('county', '县市', 'County', 12, (row) => row.county.name),
    text('compound', '小区', 'Compound', 26, (row) => row.compound?.name ?? null),
    text('channel', '来源', 'Came by', 10, ({ channel }, locale) => labelIn(CHANNEL_LABELS[channel], locale)),
    text('status', '状态', 'State', 12, ({ status }, locale) => labelIn(STATUS_LABELS[status], locale)),
    text(
      'assignee',
      '承办',
      'With',
      20,
      ({ assignedUnit, assignedKind }, locale) =>
        assignedUnit ?? (assignedKind ? labelIn(ASSIGNEE_LABELS[assignedKind], locale) : null),
    ),
    text('dueOn', '答复期限', 'Due', 12, (row) => row.dueOn),
    text('dueOn', '答复日期', 'Answered', 12, (row) => row.answeredOn),
  ];
}

/** The complaints that the list would show this person, in its order; no contact is among them. */
export async function writeComplaintsList(
  out: Writable,
  actor: Actor,
  { kept, county }: { kept: KeptOfComplaints; county: string | null },
  progress: Progress,
): Promise<string> {
  const { rulebook } = await withActor(actor, (tx) => rulebookInForce(tx));
  const pages = pagesOf((place) => {
    const query = complaintListQuery.parse({ ...kept.query, ...(county ? { county } : {}), ...place });
    return withActor(actor, (tx) => complaintList(tx, actor, query));
  }, progress);
  return writeList(out, actor, {
    format: kept.format,
    name: { zh: '群众投诉列表', en: 'complaints' },
    sheet: { zh: '群众投诉', en: 'Complaints' },
    columns: shownOf(complaintColumns(siteRulesOf(rulebook).complaints), kept.columns),
    pages,
  });
}
