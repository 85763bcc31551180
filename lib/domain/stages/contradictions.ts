import { groupBy } from '../kernel/group-by';
import { formatMoney } from '../kernel/money';
import { type Reason, reason } from '../kernel/result';
import type { Rulebook } from '../rulebook/schema';
import { plannedOf } from './needs';
import { datesOutOfOrder } from './steps';
import type { ProjectFacts } from './types';

/** What other projects hold of the same compounds. */
export interface Neighbours {
  /** the compound stands in another live project of another year */
  otherYears: { compoundId: string; projectId: string; code: string; year: number }[];
  /** an item reported done here and in another project too */
  doneTwice: { item: string; place: string; projectId: string; code: string }[];
}

export interface Contradiction {
  reason: Reason;
  href: string;
}

const at = (href: string, why: Reason): Contradiction => ({ reason: why, href });

function ofVotes(facts: ProjectFacts): Contradiction[] {
  return facts.compounds.flatMap(({ id, name, active, roundOne, roundTwo, list, design }) => [
    ...(active ? [] : [at(`/compounds/${id}`, reason('contradiction.compoundRetired', { name }))]),
    ...(list?.startsOn && roundOne.certifiedOn && list.startsOn < roundOne.certifiedOn
      ? [
          at(
            `/notices/${list.id}`,
            reason('contradiction.listBeforeVote', { name, notice: list.startsOn, vote: roundOne.certifiedOn }),
          ),
        ]
      : []),
    ...(design?.startsOn && roundTwo.openedOn && roundTwo.openedOn < design.startsOn
      ? [
          at(
            `/votes/${roundTwo.id}`,
            reason('contradiction.voteBeforeNotice', { name, vote: roundTwo.openedOn, notice: design.startsOn }),
          ),
        ]
      : []),
  ]);
}

const NAMED = 3;
type Done = Neighbours['doneTwice'][number];
const byNumber = new Intl.Collator('zh-CN', { numeric: true });
const inOrder = (a: Done, b: Done) => byNumber.compare(a.item, b.item) || byNumber.compare(a.place, b.place);

/** Items reported done here and elsewhere: one line for each other project, with the first of them by name. */
function ofWorks({ doneTwice }: Neighbours, { menu }: Pick<Rulebook, 'menu'>): Contradiction[] {
  return [...groupBy(doneTwice, ({ projectId }) => projectId)].map(([projectId, items]) => {
    const first = [...items].sort(inOrder).slice(0, NAMED);
    const named = (of: 'name' | 'nameEn') =>
      first.map(({ item, place }) => `${place} ${menu.find(({ code }) => code === item)?.[of] ?? item}`);
    const more = items.length > NAMED;
    return at(
      `/projects/${projectId}/works`,
      reason('contradiction.itemTwice', {
        code: items[0]?.code ?? '',
        count: items.length,
        items: named('name').join('、') + (more ? '等' : ''),
        itemsEn: named('nameEn').join(', ') + (more ? ' …' : ''),
      }),
    );
  });
}

/** Records that cannot all be right, each with where to look (issue 4 · Contradictions). They hold nothing up; people decide. */
export function contradictionsOf(
  facts: ProjectFacts,
  neighbours: Neighbours,
  rulebook: Pick<Rulebook, 'menu'>,
): Contradiction[] {
  const { id, estimate } = facts;
  const { cost } = plannedOf(facts);
  const nameOf = (compoundId: string) => facts.compounds.find((one) => one.id === compoundId)?.name ?? '';
  return [
    ...neighbours.otherYears.map(({ compoundId, projectId, code, year }) =>
      at(`/projects/${projectId}`, reason('contradiction.twoYears', { name: nameOf(compoundId), code, year })),
    ),
    ...ofVotes(facts),
    ...datesOutOfOrder(facts.stages).map(({ stage, statedOn, before, beforeOn }) =>
      at(
        `/projects/${id}/stages#stage-${stage}`,
        reason('contradiction.datesOutOfOrder', { stage, day: statedOn, before, beforeDay: beforeOn }),
      ),
    ),
    ...(estimate !== null && cost > 0n && estimate !== cost
      ? [
          at(
            `/projects/${id}#figures`,
            reason('contradiction.costNotEstimate', { cost: formatMoney(cost), estimate: formatMoney(estimate) }),
          ),
        ]
      : []),
    ...ofWorks(neighbours, rulebook),
  ];
}
