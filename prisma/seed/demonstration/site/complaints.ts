import type { ComplaintView } from '@/lib/domain/complaints/answers';
import { addDays } from '@/lib/domain/kernel/calendar-date';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import type { Actor } from '@/lib/server/actor';
import type { Answer } from '@/lib/server/answer';
import { answer, assign, close, draft, reopen, turnAway } from '@/lib/server/complaints/commands';
import { merge } from '@/lib/server/complaints/commands-matters';
import { enterComplaint } from '@/lib/server/complaints/enter';
import { complaintView } from '@/lib/server/complaints/queries';
import { complaintCodeOf, complaintHashOf, sealContact } from '@/lib/server/complaints/sealed';
import { SET_ALL } from '@/lib/server/db/settings';
import type { Told } from '../projects/told';
import { told as answered } from '../votes/stage';
import type { Stage } from '../votes/types';
import { type Act, COMPLAINTS, type ComplaintStory } from './complaint-stories';

const BY_PAGE = 'SELECT complain_by_page($1, $2, $3, NULL, $4, $5, $6, $7, $8, $9, $10) AS outcome';
const NOBODY = [
  ['app.account', 'app.actor'],
  ['', ''],
];

/** From the public page: nobody is signed in there. */
async function byPage({ client, act, next }: Stage, told: Told, story: ComplaintStory): Promise<string> {
  const id = next('complaint');
  const { kind = 'complaint', subject, content, contact, day } = story;
  await act(`${told.county.letters}.zjj1`, { day, time: '20:15' }, async () => {
    await client.query(SET_ALL, NOBODY);
    const about = [told.county.code, told.members[0]?.id, told.ground.rulebookId];
    const said = [chuxiong2020.complaints.replyDays, kind, subject, content];
    const sealed = [sealContact(id, contact), complaintHashOf(complaintCodeOf(id))];
    const { rows } = await client.query<{ outcome: string }>(BY_PAGE, [id, ...about, ...said, ...sealed]);
    if (rows[0]?.outcome !== 'taken') throw new Error(`demonstration: ${story.key} ${rows[0]?.outcome}`);
  });
  return id;
}

/** By telephone, at the desk or by letter: the bureau writes it down. */
async function byDesk({ act, tx, today }: Stage, told: Told, story: ComplaintStory): Promise<string> {
  const { kind = 'complaint', subject, content, contact, day, channel } = story;
  if (channel === 'page') throw new Error('demonstration: the page is nobody’s desk');
  const entered = await act(`${told.county.letters}.zjj2`, { day, time: '09:35' }, async (actor) =>
    answered(
      await enterComplaint(tx, actor, {
        ...{ kind, subject, channel, content, contact, receivedOn: addDays(today, day) },
        compoundId: told.members[0]?.id,
      }),
    ),
  );
  return entered.id;
}

/** Whoever does it: the bureau, or the office that drafts. */
const whoDoes = (told: Told, act: Act): string => `${told.county.letters}.${act.is === 'draft' ? act.by : 'zjj1'}`;

function taken(stage: Stage, told: Told, act: Act, ids: ReadonlyMap<string, string>) {
  const { tx } = stage;
  return (actor: Actor, which: { id: string; version: number }): Promise<Answer<ComplaintView>> => {
    switch (act.is) {
      case 'assign':
        return assign(tx, actor, which, {
          ...{ to: act.to, note: act.note },
          unitId: act.to === 'town' ? told.members[0]?.townId : undefined,
        });
      case 'draft':
        return draft(tx, actor, which, act.words);
      case 'answer':
        return answer(tx, actor, which, act.words);
      case 'reopen':
        return reopen(tx, actor, which, act.words);
      case 'close':
        return close(tx, actor, which, { outcome: act.outcome });
      case 'turnAway':
        return turnAway(
          ...([tx, actor, which] as const),
          act.to === null
            ? { how: 'notAccepted', words: act.words }
            : { how: 'transferred', to: act.to, words: act.words },
        );
      case 'merge':
        return merge(tx, actor, which, ids.get(act.into) ?? '');
    }
  };
}

/** 投诉和意见: received, assigned, answered; each thing on its day, so that of one matter the second joins the first. */
export async function tellComplaints(stage: Stage, all: readonly Told[]): Promise<number> {
  const { tx, act: on } = stage;
  const ids = new Map<string, string>();
  const toldOf = ({ project }: ComplaintStory): Told => {
    const found = all.find(({ story }) => story.name === project && (story.year === null || story.year === 2021));
    if (!found) throw new Error(`demonstration: no project ${project}`);
    return found;
  };
  for (const story of COMPLAINTS.toSorted((one, other) => one.day - other.day)) {
    const told = toldOf(story);
    ids.set(story.key, await (story.channel === 'page' ? byPage : byDesk)(stage, told, story));
  }
  const acts = COMPLAINTS.flatMap((story) => story.acts.map((act) => ({ story, act })));
  const inOrder = acts.toSorted(
    (one, other) => one.act.day - other.act.day || (one.act.time < other.act.time ? -1 : 1),
  );
  for (const { story, act } of inOrder) {
    const told = toldOf(story);
    const id = ids.get(story.key) ?? '';
    await on(whoDoes(told, act), act, async (actor) => {
      const view = await complaintView(tx, actor, id);
      answered(await taken(stage, told, act, ids)(actor, { id, version: view?.version ?? 0 }));
    });
  }
  return COMPLAINTS.length;
}
