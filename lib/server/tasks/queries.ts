import 'server-only';
import { today } from '@/lib/domain/kernel/calendar-date';
import type { Tasks } from '@/lib/domain/tasks/answers';
import { byUrgency } from '@/lib/domain/tasks/urgency';
import type { Actor } from '@/lib/server/actor';
import type { Tx } from '@/lib/server/db/with-actor';
import { aftercareChecks } from './aftercare';
import { annualSteps } from './annual';
import { complaintsWaiting } from './complaints';
import { readyExports } from './exports';
import { fundsWaiting } from './funds';
import { waitingImports } from './imports';
import { incompleteCompounds } from './incomplete-compounds';
import { inspectionsWaiting } from './inspections';
import type { Asked, TasksOf } from './kind';
import { projectLights } from './lights';
import { maintenanceAccounts } from './maintenance-accounts';
import { noticesWaiting } from './notices';
import { programmeSteps } from './programme';
import { reportsWaiting } from './progress';
import { registerGaps } from './register-gaps';
import { reminders } from './reminders';
import { satisfactionOpen } from './satisfaction';
import { scorecardsWaiting } from './scorecards';
import { stagesWaiting } from './stages';
import { supervisionWaiting } from './supervision';
import { unusedAccounts } from './unused-accounts';
import { votesToCertify } from './votes-certify';
import { secondLooks, wrongBallots } from './votes-looked-at';
import { openVotes } from './votes-open';

/** In the order of the work; what is urgent comes first whatever its kind. */
const KINDS: TasksOf[] = [
  waitingImports,
  incompleteCompounds,
  registerGaps,
  openVotes,
  wrongBallots,
  secondLooks,
  noticesWaiting,
  complaintsWaiting,
  satisfactionOpen,
  votesToCertify,
  projectLights,
  reportsWaiting,
  stagesWaiting,
  inspectionsWaiting,
  aftercareChecks,
  maintenanceAccounts,
  annualSteps,
  scorecardsWaiting,
  supervisionWaiting,
  fundsWaiting,
  programmeSteps,
  reminders,
  readyExports,
  unusedAccounts,
];

export async function tasksFor(tx: Tx, actor: Actor): Promise<Tasks> {
  const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT anju_now() AS now`;
  const now = clock?.now ?? new Date();
  const asked: Asked = { tx, actor, now, today: today(now) };
  const items: Tasks['items'] = [];
  // One connection, one after the other: a transaction speaks with one voice.
  for (const kind of KINDS) items.push(...(await kind(asked)));
  return { asOf: now.toISOString(), ofProjects: actor.level === 'project', items: byUrgency(items) };
}
