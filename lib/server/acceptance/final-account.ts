import 'server-only';
import type { ProjectAcceptances } from '@/lib/domain/acceptance/answers';
import { accountReasons } from '@/lib/domain/acceptance/final-account';
import type { AccountInput } from '@/lib/domain/acceptance/schema';
import { formatHundredths } from '@/lib/domain/kernel/hundredths';
import { reason } from '@/lib/domain/kernel/result';
import type { Actor } from '@/lib/server/actor';
import { type Answer, conflict, done, notFound, refused } from '@/lib/server/answer';
import { lockedProject } from '@/lib/server/archive/project';
import type { Tx } from '@/lib/server/db/with-actor';
import { acceptancesOf, accountPapers } from './queries';

const text = (fen: bigint | null): string | null => (fen === null ? null : formatHundredths(fen));

/** 决算 and 审定 of a project, each behind its paper. A sum that grew is shown, not refused. */
export async function writeAccount(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  input: AccountInput,
): Promise<Answer<ProjectAcceptances>> {
  const ground = await lockedProject(tx, actor, id);
  if (!ground) return notFound();
  if (ground.version !== version)
    return conflict(
      { ...(await acceptancesOf(tx, ground)).account, version: ground.version },
      { finalAccount: text(input.finalAccount), audited: text(input.audited) },
      ground.version,
    );
  const papers = await accountPapers(tx, id);
  const reasons = [
    ...(ground.status === 'withdrawn' ? [reason('acceptance.projectNotActive')] : []),
    ...accountReasons({
      ...input,
      acceptedOn: ground.acceptedOn,
      accountPaperOn: papers.account,
      auditPaperOn: papers.audit,
    }),
  ];
  if (reasons.length > 0) return refused(reasons);
  await tx.$executeRaw`
    UPDATE project SET final_account = ${input.finalAccount}::bigint, audited = ${input.audited}::bigint, version = version + 1, updated_at = anju_now() WHERE id = ${id}::uuid`;
  const saved = await lockedProject(tx, actor, id);
  return saved ? done(await acceptancesOf(tx, saved), { version: saved.version }) : notFound();
}
