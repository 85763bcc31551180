import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { siteRulesOf } from '@/lib/domain/rulebook/rulebook';
import { closeSurvey, openSurvey } from '@/lib/server/satisfaction/commands';
import { surveyHead } from '@/lib/server/satisfaction/queries';
import { choose, share } from '../../shared/sequence';
import { hasTaken, type Member, type Told } from '../projects/told';
import { told as answered } from '../votes/stage';
import type { Stage } from '../votes/types';

const WISHES = [
  '晾衣架少了，希望再加几个',
  '雨后单元门口仍有积水',
  '停车位划线后不够分配',
  '外墙色差大，希望补刷',
  '施工清理不彻底，楼道里有灰',
];
const HOW = ['door', 'door', 'meeting', 'phone'];

/** Of a thousand households so many were met, and of those so many are 满意 and 基本满意. */
const [MET_AT_END, MET_SO_FAR, SATISFIED, FAIR] = [930, 420, 690, 230];

const HOMES = `SELECT r.household_id AS id FROM satisfaction_roll r WHERE r.survey_id = $1 ORDER BY r.sort_key, r.household_id`;
/** One after the other, as doors are knocked at: the same function that the officers' phones call. */
const RECORD = `SELECT satisfaction_answer($1, x.id, x.said, x.how, x.wish) FROM jsonb_to_recordset($2::jsonb) AS x (id uuid, said text, how text, wish text)`;

function saidBy(home: string, at: number) {
  const seed = `${home}/${at}`;
  const leaning = share(seed, 'satisfied', 1000);
  const said = leaning < SATISFIED ? 'satisfied' : leaning < SATISFIED + FAIR ? 'fair' : 'dissatisfied';
  const wish = said === 'dissatisfied' && share(seed, 'wish', 2) === 0 ? choose(WISHES, seed, 'words') : null;
  return { said, how: choose(HOW, seed, 'how'), wish };
}

/** Opened when the compound was accepted; closed three weeks later where that is over. */
async function ask(stage: Stage, told: Told, { id, name }: Member, opened: number): Promise<void> {
  const { client, tx, act } = stage;
  const bureau = `${told.county.letters}.zjj1`;
  const closed = opened + 21;
  const survey = await act(bureau, { day: opened, time: '09:40' }, async (actor) =>
    answered(await openSurvey(tx, actor, told.id, id)),
  );
  const met = closed < 0 ? MET_AT_END : MET_SO_FAR;
  const { rows } = await client.query<{ id: string }>(HOMES, [survey.id]);
  const homes = rows
    .filter((_, at) => share(`${told.code}/${name}/${at}`, 'met', 1000) < met)
    .map((home, at) => ({ ...home, ...saidBy(`${told.code}/${name}`, at) }));
  await act(`${told.county.letters}.zjj2`, { day: Math.min(opened + 6, -1), time: '19:10' }, () =>
    client.query(RECORD, [survey.id, JSON.stringify(homes)]),
  );
  if (closed >= 0) return;
  await act(bureau, { day: closed, time: '16:20' }, async (actor) => {
    const head = await surveyHead(tx, actor, survey.id);
    answered(await closeSurvey(tx, actor, { id: survey.id, version: head?.version ?? 0 }));
  });
}

/** 满意度调查: a compound of each project that was accepted, and of the one whose second acceptance is being held. */
export async function tellSurveys(stage: Stage, all: readonly Told[]): Promise<number> {
  const { leastAnswers } = siteRulesOf(chuxiong2020).satisfaction;
  let count = 0;
  for (const told of all) {
    const { days, story, members } = told;
    const isAccepted = hasTaken(told, '9.complete');
    const isHeld = story.failedFirst === true && story.at === '9.complete';
    if (!isAccepted && !isHeld) continue;
    for (const member of members.filter(({ homes }) => homes >= leastAnswers)) {
      await ask(stage, told, member, isAccepted ? days['9.complete'] + 3 : -8);
      count++;
    }
  }
  return count;
}
