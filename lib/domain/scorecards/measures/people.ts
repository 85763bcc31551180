import { NEWS_LEVELS } from '../../rulebook/schema-news';
import type { Measure } from '../../rulebook/schema-scoring';
import type { ScoreFacts } from '../facts';
import { compoundsOf, projectsOf } from './before';
import { ofCompound, ofProject, type Row, row } from './row';

/** 主动征询: these rounds of the owners' vote were passed. */
export const roundsPassed = (facts: ScoreFacts, { rounds }: { rounds: readonly number[] }): Row[] =>
  compoundsOf(facts, (compound, project) => {
    const missing = rounds.filter((round) => !compound.roundsPassed.includes(round));
    const met = missing.length === 0;
    const says = met ? 'score.rounds.met' : 'score.rounds.unmet';
    return row(ofCompound(compound, project), { met }, says, { rounds: missing.join('、') });
  });

/** 公示: of each group of kinds one was completed: plan, content, result. */
export const noticesComplete = (
  facts: ScoreFacts,
  { kinds }: Extract<Measure, { measure: 'noticesComplete' }>,
): Row[] =>
  compoundsOf(facts, (compound, project) => {
    const missing = kinds.filter((group) => !group.some((kind) => compound.notices.includes(kind)));
    const met = missing.length === 0;
    const found = kinds.length - missing.length;
    const says = met ? 'score.notices.met' : `score.notices.${missing[0]?.[0] ?? 'list'}`;
    return row(ofCompound(compound, project), { met }, says, { found, count: kinds.length });
  });

/** 及时处理群众反映事项: answered by its limit; one that still has time is not asked. */
export const complaintsInTime = ({ complaints }: ScoreFacts): Row[] =>
  complaints
    .filter(({ answeredOn, late }) => answeredOn !== null || late)
    .map(({ id, no, dueOn: due, answeredOn: on, late }) =>
      row(
        { kind: 'complaint', id, name: no },
        { met: !late, earnable: false },
        late ? 'score.complaint.late' : 'score.complaint.met',
        { due, on: on ?? '' },
      ),
    );

/** 满意户数 of all households of the year's compounds; nobody asked: nobody satisfied. */
export const satisfiedHouseholds = (facts: ScoreFacts): Row[] =>
  compoundsOf(facts, (compound, project) => {
    const { satisfied, households } = compound;
    const of = ofCompound(compound, project);
    const part = satisfied ?? 0;
    const seen = { met: satisfied !== null && part === households, part, whole: households };
    if (satisfied === null) return row(of, seen, 'score.satisfied.none', { households });
    return row(of, seen, 'score.satisfied.asked', { satisfied, households });
  });

/** 物业管理 after renovation: who does it is recorded. All of the year's projects are asked, so that finishing one never takes a point. */
export const propertyService = (facts: ScoreFacts): Row[] =>
  projectsOf(facts).map((project) => {
    const { propertyService: name } = project;
    const met = name !== null;
    return row(ofProject(project), { met }, met ? 'score.property.met' : 'score.property.unmet', { name: name ?? '' });
  });

/** News of these kinds, from this level on. */
export const newsFiled = ({ news }: ScoreFacts, { counts }: Extract<Measure, { measure: 'news' }>): Row[] =>
  news
    .filter(({ kind, level }) =>
      counts.some(({ kinds, from }) => kinds.includes(kind) && NEWS_LEVELS.indexOf(level) >= NEWS_LEVELS.indexOf(from)),
    )
    .map(({ id, title, happenedOn: on }) =>
      row({ kind: 'news', id, name: title }, { met: true }, 'score.news.met', { on }),
    );
