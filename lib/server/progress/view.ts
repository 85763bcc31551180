import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import { formatMoney } from '@/lib/domain/kernel/money';
import type { ReportAnswer, ReportContentView } from '@/lib/domain/progress/answers';
import { reportDifferences } from '@/lib/domain/progress/differences';
import { timeliness } from '@/lib/domain/progress/due';
import { percentOf } from '@/lib/domain/progress/percent';
import { correctionAnswerReasons, correctionReasons, reviewReasons } from '@/lib/domain/progress/report';
import type { ReportMonth } from '@/lib/domain/progress/report-month';
import type { ReportContent } from '@/lib/domain/progress/types';
import { againstActing } from '@/lib/domain/projects/acting';
import { placeKey } from '@/lib/domain/projects/completions';
import { againstWork } from '@/lib/domain/projects/facts';
import type { Actor } from '@/lib/server/actor';
import { instant } from '@/lib/server/compounds/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { type ReportFacts, reportFacts } from './facts';

export const shownContent = (content: ReportContent): ReportContentView => ({
  ...content,
  investment: formatMoney(content.investment),
  items: [...content.items],
  photos: [...content.photos],
});

interface Past {
  sendings: ReportAnswer['sendings'];
  corrections: ReportAnswer['corrections'];
}

async function pastOf(reader: Reader, actor: Actor, id: string | undefined): Promise<Past> {
  if (!id) return { sendings: [], corrections: [] };
  const [row] = await reader.$queryRaw<Past[]>`
    SELECT coalesce((SELECT json_agg(json_build_object('no', s.no, 'receivedAt', ${instant('s.received_at')}, 'hash', s.hash, 'actor', s.actor, 'percentBp', (s.content ->> 'percentBp')::int,
        'decision', CASE WHEN d.sending_id IS NOT NULL THEN json_build_object('verdict', d.verdict, 'material', d.material, 'remarks', d.remarks, 'actor', d.actor, 'decidedAt', ${instant('d.decided_at')}) END)
        ORDER BY s.no DESC) FROM progress_sending s LEFT JOIN progress_decision d ON d.sending_id = s.id WHERE s.report_id = ${id}::uuid), '[]') AS sendings,
      coalesce((SELECT json_agg(json_build_object('id', c.id, 'reason', c.reason, 'status', c.status, 'answer', c.answer, 'askedActor', c.asked_actor, 'askedAt', ${instant('c.asked_at')},
        'answeredActor', c.answered_actor, 'answeredAt', ${instant('c.answered_at')}, 'own', c.asked_by = ${actor.accountId}::uuid) ORDER BY c.asked_at DESC)
        FROM progress_correction c WHERE c.report_id = ${id}::uuid), '[]') AS corrections`;
  return row ?? { sendings: [], corrections: [] };
}

/** What this person may do with it now, by the rules that decide it when it is done. */
function mayOf(actor: Actor, facts: ReportFacts, { corrections }: Past): ReportAnswer['may'] {
  const { report, summedUp, status } = facts;
  const works =
    can(actor.role, 'progress.write') && againstWork(status).length === 0 && againstActing(actor, facts).length === 0;
  const reviews = can(actor.role, 'report.review');
  const state = report?.status ?? 'draft';
  const waiting = corrections.find((one) => one.status === 'asked');
  const ofPrefecture = actor.level === 'prefecture';
  const review = { status: state, sentBy: report?.sentBy ?? null, reviewer: actor.accountId, ofPrefecture, summedUp };
  return {
    write: works && state !== 'submitted' && state !== 'accepted',
    review: reviews && reviewReasons(review).length === 0,
    askCorrection: works && correctionReasons(state, waiting !== undefined).length === 0,
    answerCorrection:
      reviews &&
      waiting !== undefined &&
      correctionAnswerReasons({
        ...{ status: 'asked', askedBy: waiting.own ? actor.accountId : '', granted: true, note: null },
        ...{ reviewer: actor.accountId, ofPrefecture, summedUp },
      }).length === 0,
  };
}

/** One month of a project as its page shows it; null: nothing that this person may see. */
export async function reportView(
  reader: Reader,
  actor: Actor,
  which: { id: string; month: ReportMonth },
): Promise<ReportAnswer | null> {
  const facts = await reportFacts(reader, actor, which);
  if (!facts) return null;
  const past = await pastOf(reader, actor, facts.report?.id);
  const { report, ground, planned, content, since } = facts;
  const first = report?.firstReceivedAt ?? null;
  const differences = reportDifferences(since?.content ?? null, content);
  return {
    id: report?.id ?? null,
    project: { id: facts.id, name: facts.name, code: facts.code, stage: facts.stage },
    month: facts.month,
    status: report?.status ?? null,
    dueAt: facts.dueAt.toISOString(),
    timeliness: timeliness(first === null ? null : new Date(first), facts.dueAt, facts.now),
    firstReceivedAt: first,
    acceptedAt: report?.acceptedAt ?? null,
    content: shownContent(content),
    planned: planned.map(({ compound, building, item, completed, cost, ...place }) => ({
      ...{ compound, building, item, completed, weight: String(cost) },
      last: ground.last.get(placeKey({ ...place, item })) ?? 0,
    })),
    differences: {
      since: since?.month ?? null,
      fields: differences.fields.map((one) =>
        one.field === 'investment'
          ? {
              ...one,
              before: one.before && formatMoney(BigInt(one.before)),
              after: one.after && formatMoney(BigInt(one.after)),
            }
          : one,
      ),
      items: differences.items,
      photos: differences.photos,
    },
    percentBp: percentOf(planned, content.items),
    ...past,
    may: mayOf(actor, facts, past),
    version: report?.version ?? 0,
    updatedAt: report?.updatedAt ?? null,
  };
}
