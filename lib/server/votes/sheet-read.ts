import 'server-only';
import { createHash } from 'node:crypto';
import { dwellingName } from '@/lib/domain/compounds/dwelling-name';
import { columnName } from '@/lib/domain/imports/cell-address';
import { today } from '@/lib/domain/kernel/calendar-date';
import { reason } from '@/lib/domain/kernel/result';
import { sumsOf } from '@/lib/domain/votes/count';
import { readSheet, type SheetFinding, type SheetRowRead } from '@/lib/domain/votes/sheet';
import type { SheetAnswer, SheetRowView } from '@/lib/domain/votes/sheet-answers';
import type { Channel, Choice, Sums } from '@/lib/domain/votes/types';
import type { Locale } from '@/lib/i18n/config';
import { sentences } from '@/lib/i18n/sentences';
import type { Actor } from '@/lib/server/actor';
import { type Answer, done, notFound, refused } from '@/lib/server/answer';
import { withReader } from '@/lib/server/db/with-reader';
import { gridOf, type SentSheet } from '@/lib/server/workbooks/sent-sheet';
import { type Recorded, type SheetGround, sheetGround } from './sheet-facts';
import { tallyView, verdictsOf } from './tally';

interface Asked {
  roundId: string;
  channel: Channel;
  locale: Locale;
}

const keyOf = (roundId: string, sha256: string): string =>
  createHash('sha256').update(`${roundId} ${sha256}`).digest('hex').slice(0, 40);

const whereOf = ({ home, written }: SheetRowRead): string => (home ? dwellingName(home) : written);

function rowView(row: SheetRowRead): SheetRowView {
  const { rowNo, state, home, input, proxyName, remarks, differences } = row;
  const theirs = row.theirs as Recorded | null;
  return {
    rowNo,
    state,
    householdId: home?.id ?? null,
    where: whereOf(row),
    input,
    proxyName,
    remarks,
    differences,
    theirs:
      theirs?.choice != null
        ? {
            ballotId: theirs.ballotId,
            choice: theirs.choice,
            channel: theirs.channel,
            collector: theirs.collector,
            collectedOn: today(theirs.collectedAt),
            recordedBy: theirs.recordedBy,
            recordedAt: theirs.recordedAt,
          }
        : null,
  };
}

function tallyOf(sums: Sums, checked: number) {
  const counted = Object.entries(sums).map(([key, sum]) => [
    key,
    key.toLowerCase().endsWith('area') ? String(sum) : Number(sum),
  ]);
  return tallyView({ ...Object.fromEntries(counted), checked });
}

/** The sums as they are, and as they would be with every new row recorded. */
function gaugesOf({ round, rulebook, roll, standing }: SheetGround, rows: readonly SheetRowRead[]) {
  const before = new Map<string, Choice>();
  for (const [id, { choice }] of standing) if (choice) before.set(id, choice);
  const fresh = rows.flatMap(({ state, input }): [string, Choice][] =>
    state === 'new' && input ? [[input.householdId, input.choice]] : [],
  );
  const after = sumsOf(roll, new Map([...before, ...fresh]));
  return {
    before: tallyOf(sumsOf(roll, before), round.checked),
    after: { tally: tallyOf(after, round.checked), verdicts: verdictsOf(rulebook, round.test, after) },
  };
}

const countOf = (rows: readonly SheetRowRead[], state: SheetRowRead['state']): number =>
  rows.filter((row) => row.state === state).length;

/** What a sheet holds and would do, before anybody confirms it. */
export async function readSentSheet(actor: Actor, sent: SentSheet, asked: Asked): Promise<Answer<SheetAnswer>> {
  const { roundId, channel, locale } = asked;
  const ground = await withReader(actor, (reader) => sheetGround(reader, actor, roundId));
  if (!ground) return notFound();
  const { round, homes, forms, standing, rulebook } = ground;
  if (round.status !== 'open')
    return refused([reason(`vote.roundNotOpen.${round.status}`, undefined, { clause: 'P三(三)5' })]);
  const grid = await gridOf(sent);
  if (grid.type === 'refused') return refused([grid.reason]);
  const menu = rulebook.menu.map(({ code, name }) => ({ code, name }));
  const read = readSheet(grid.rows, { round, homes, forms, standing, menu, channel });
  const sentence = await sentences(locale);
  const problems = grid.problems.map(({ sheet: _, ...problem }): SheetFinding => problem);
  const findings = [...problems, ...read.findings].map((finding) => ({
    ...finding,
    message: sentence(`reasons.${finding.code}`, finding.params),
  }));
  return done({
    key: keyOf(roundId, sent.sha256),
    fileName: sent.fileName,
    sheet: grid.sheet,
    columns: read.columns.map(({ field, column }) => ({ field, column: columnName(column) })),
    counts: {
      new: countOf(read.rows, 'new'),
      same: countOf(read.rows, 'same'),
      differs: countOf(read.rows, 'differs'),
      problem: countOf(read.rows, 'problem'),
      blank: read.blank,
    },
    errors: findings.filter(({ level }) => level === 'error').length,
    warnings: findings.filter(({ level }) => level === 'warning').length,
    rows: read.rows.map(rowView),
    findings,
    ...gaugesOf(ground, read.rows),
  });
}
