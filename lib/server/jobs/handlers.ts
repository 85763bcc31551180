import 'server-only';
import { sealAudit } from '@/lib/server/audit/seal';
import { pool } from '@/lib/server/db/pool';
import { expireExports } from '@/lib/server/exports/expire';
import { failExport, makeExport } from '@/lib/server/exports/make-export';
import { fileStore } from '@/lib/server/files/store';
import { makeThumbnail } from '@/lib/server/files/thumbnails';
import { applyImport } from '@/lib/server/imports/apply-import';
import { failImport } from '@/lib/server/imports/batch';
import { readImport } from '@/lib/server/imports/read-import';
import { foldWorks, keepMonthEnd, keepScores } from '@/lib/server/overview/keep';
import { makeReminders } from '@/lib/server/reminders/make';
import { lightEverything } from '@/lib/server/warnings/fresh';
import type { Jobs } from './enqueue';
import { forgetOldDues, type Scheduled } from './schedule';

/** What each kind of job does, and what is said when it is given up: refused, or failed at its last try, or lost with its process. */
export interface Handler<D> {
  run: (data: D) => Promise<unknown>;
  givenUp?: (data: D) => Promise<void>;
}

const ASKED: { [N in keyof Jobs]: Handler<Jobs[N]> } = {
  'import.read': { run: readImport, givenUp: failImport },
  'import.apply': { run: applyImport, givenUp: failImport },
  'export.make': { run: makeExport, givenUp: failExport },
  'file.thumbnail': { run: makeThumbnail },
};

async function clean(): Promise<void> {
  await pool().query('SELECT anju_clean_imports()');
  await expireExports();
  await fileStore().tidy();
  await forgetOldDues();
  await pool().query('SELECT anju_forget_notifications()');
}

const SCHEDULED: Record<Scheduled, () => Promise<unknown>> = {
  'audit.seal': sealAudit,
  'imports.clean': clean,
  'lights.reckon': lightEverything,
  'month.end': keepMonthEnd,
  'reminders.make': makeReminders,
  'scores.keep': keepScores,
  'works.fold': foldWorks,
};

/** The queue puts a job that it gives up for good into the queue of this name, in the statement that gives it up (queues.json: deadLetter). */
const givenUpOf = (name: string) => `${name}.given-up`;

/** Every queue that the worker works off. */
export const HANDLERS: ReadonlyMap<string, Handler<object>> = new Map([
  ...Object.entries(ASKED).flatMap(([name, handler]): [string, Handler<object>][] => {
    const { givenUp } = handler as Handler<object>;
    return [
      [name, handler as Handler<object>],
      ...(givenUp ? ([[givenUpOf(name), { run: givenUp }]] as [string, Handler<object>][]) : []),
    ];
  }),
  ...Object.entries(SCHEDULED).map(([name, run]): [string, Handler<object>] => [name, { run }]),
]);
