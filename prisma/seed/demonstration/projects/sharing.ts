import { formatMoney } from '@/lib/domain/kernel/money';
import type { LineMethod } from '@/lib/domain/plans/types';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import type { FundingSource } from '@/lib/domain/rulebook/schema-funding';
import { asksCivil } from '@/lib/domain/sharing/first-parts';
import { type SharedOut, type SharingGround, shareOut } from '@/lib/domain/sharing/share-out';
import { inSourceOrder, sumsByPayer } from '@/lib/domain/sharing/sums';
import { NO_SETTINGS, type SharedItem, type SharingChange } from '@/lib/domain/sharing/types';
import { costOf, hasTaken, idOfPerson, instantOf, type Told } from './told';

const YUAN = 100n;
/** So many of a thousand, to the yuan. */
const part = (whole: bigint, perThousand: number): bigint => ((whole * BigInt(perThousand)) / 1000n / YUAN) * YUAN;

const itemsOf = ({ members }: Told): SharedItem[] =>
  members.flatMap(({ id, items }) =>
    items
      .filter(({ answer, cost }) => answer === 'todo' && cost > 0n)
      .map(({ building, item, cost, method, payer, percent }) => ({
        ...{ compoundId: id, buildingId: building, item, cost, residentPercent: percent },
        ...{ method: method as LineMethod | null, payer: payer as FundingSource | null },
      })),
  );

/** The first project of a county with an original unit had it pay for half of the roads: agreed in a meeting, so a change with its reason. */
function changesOf(told: Told, items: readonly SharedItem[]): SharingChange[] {
  const former = told.members.find(({ originalUnit }) => originalUnit);
  const roads = items.find(({ compoundId, item }) => compoundId === former?.id && item === 'C-R07');
  if (!former || !roads) return [];
  const paid = part(roads.cost, 500);
  const parts = [
    { source: 'originalUnit' as const, kind: null, payer: former.originalUnit, amount: paid },
    { source: 'local' as const, kind: 'county', payer: null, amount: roads.cost - paid },
  ];
  const { compoundId, buildingId, item } = roads;
  const reason = `${former.originalUnit}职代会同意承担院内道路整治费用的一半，见县市老旧小区改造专题会议纪要`;
  return [{ id: told.ground.next('sharingChange'), compoundId, buildingId, item, parts, reason }];
}

/** 禄丰市 has a special bond for its compounds. */
const BOND_COUNTIES = ['532302'];

/** What the county said about who pays: estimates of civil works, names of payers, money from above. */
function groundOf(told: Told): SharingGround {
  const [items, cost] = [itemsOf(told), costOf(told)];
  const place = told.county.name.replace(/(县|市|高新区)$/, '');
  const named = (rule: string, name: string) => ({ rule, source: 'pipeline' as const, name });
  const money = (source: FundingSource, kind: string | null, perThousand: number) => ({
    ...{ source, kind, payer: null, amount: part(cost, perThousand) },
  });
  return {
    ...{ items, rulebook: chuxiong2020, changes: changesOf(told, items) },
    settings: {
      ...NO_SETTINGS,
      cover: [
        ...[money('central', null, 420), money('local', 'province', 110), money('local', 'prefecture', 50)],
        ...(BOND_COUNTIES.includes(told.county.code) ? [money('bonds', 'special', 50)] : []),
      ],
      civil: items
        .filter((item) => asksCivil(item, chuxiong2020))
        .map(({ compoundId, buildingId, item, cost: whole }) => ({
          ...{ compoundId, buildingId, item, amount: part(whole, 350) },
        })),
      payers: [
        named('householdMeters', `${place}供电供排水公司`),
        named('overheadTidying', `${place}通信管线联合建设办公室`),
        named('underground', `${place}通信管线联合建设办公室`),
      ],
    },
    compounds: told.members.map(({ id, name, originalUnit }) => ({ id, name, originalUnit })),
  };
}

const stored = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? formatMoney(one) : one)));

function tellAgreed(told: Told, shared: readonly SharedOut[], by: string, at: string): void {
  const of = { project_id: told.id, county_id: told.county.id };
  for (const { item, parts } of shared)
    for (const one of parts)
      told.ground.rows.add('agreed_share', {
        ...{ ...of, no: 1, source: one.source, kind: one.kind ?? '', payer: one.payer, amount: one.amount },
        ...{ compound_id: item.compoundId, building_id: item.buildingId, item: item.item, rule: one.rule },
        ...{ clause: one.clause, share_rule: one.source === 'residents' ? 'area' : null },
        ...{ created_by: by, created_at: at },
      });
}

/** 资金分摊 and the funding lines that come of it: to the fen what the plans cost. Agreed where the plan stage is complete. */
export function tellFunding(told: Told): void {
  if (told.story.unfinishedPlan || told.members.some(({ items }) => items.length === 0)) return;
  const { ground, story, days } = told;
  const isAgreed = hasTaken(told, '3.complete');
  const day = story.grown === undefined ? Math.min(days['3.complete'] - 2, -1) : -14;
  const [by, at] = [idOfPerson(told, `${told.county.letters}.zjj1`), instantOf(told, day)];
  const of = { project_id: told.id, county_id: told.county.id };
  const facts = groundOf(told);
  const { items: shared, overflow } = shareOut(facts);
  if (overflow.cover > 0n) throw new Error(`demonstration: ${story.name} has more money than the government pays`);
  const { cover, subsidy, civil, payers, compounds } = facts.settings;
  ground.rows.add('sharing', {
    ...{ ...of, subsidy, compounds, cover: stored(cover), civil: stored(civil), payers },
    ...{ agreed_no: isAgreed ? 1 : null, agreed_at: isAgreed ? at : null, agreed_by: isAgreed ? by : null },
    ...{ version: isAgreed ? 2 : 1, updated_by: by, created_at: at, updated_at: at },
  });
  for (const { id, compoundId, buildingId, item, parts, reason } of facts.changes)
    ground.rows.add('sharing_change', {
      ...{ id, ...of, compound_id: compoundId, building_id: buildingId, item, parts: stored(parts), reason },
      ...{ created_by: by, created_at: at },
    });
  if (isAgreed) tellAgreed(told, shared, by, at);
  const sums = sumsByPayer(shared.flatMap(({ parts }) => parts));
  for (const line of inSourceOrder(chuxiong2020.funding.sources, sums))
    ground.rows.add('funding_line', { ...of, ...line, created_by: by, created_at: at, updated_at: at });
}
