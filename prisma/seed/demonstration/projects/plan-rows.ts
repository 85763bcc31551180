import { planHash } from './plan-hash';
import type { Item } from './plans';
import { hasTaken, idOfPerson, instantOf, type Member, photographed, type Told } from './told';

function write(
  told: Told,
  member: Member,
  version: { id: string; no: number; items: readonly Item[]; day: number; isFinal: boolean },
) {
  const { rows, rulebookId } = told.ground;
  const { id, no, items, day, isFinal } = version;
  const bureau = `${told.county.letters}.zjj1`;
  const title = `${member.name}改造方案`;
  const at = instantOf(told, day);
  const by = idOfPerson(told, bureau);
  // a compound has one draft at a time: later versions are written when the first are final
  const later = no > 1 ? 'later_' : '';
  rows.add(`${later}compound_plan`, {
    id,
    compound_id: member.id,
    rulebook_id: rulebookId,
    no,
    title,
    created_by: by,
    created_at: at,
    updated_at: at,
  });
  const photo = items.some(({ answer }) => answer === 'met')
    ? photographed(told, bureau, day, `${member.name}现状`)
    : null;
  for (const one of items) {
    const shown = one.answer === 'met' ? photo : null;
    rows.add(`${later}plan_item`, {
      ...{
        plan_id: id,
        building_id: one.building,
        item: one.item,
        answer: one.answer,
        quantity: one.quantity,
        unit: one.unit,
      },
      ...{
        unit_cost: one.unitCost,
        cost: one.cost,
        payer: one.payer,
        method: one.method,
        resident_percent: one.percent,
      },
      ...{ reason: one.reason, photo_file_id: shown?.id ?? null, photo_sha256: shown?.sha256 ?? null, updated_at: at },
    });
  }
  const cells = items.map((one) => ({ ...one, photo: one.answer === 'met' ? (photo?.id ?? null) : null }));
  const hash = planHash({ compoundId: member.id, no, title, rulebookId, cells });
  if (isFinal) rows.add(`${later}plan_seal`, { id, hash, at: instantOf(told, day + 1, '17:10'), by });
}

/** 一区一策 with its 一楼一策: a draft while the plan is made, final once the stage was complete; a second version where something came after. */
export function tellPlans(told: Told): void {
  const { story, days } = told;
  const day = Math.min(days['3.complete'] - 6, -2);
  for (const member of told.members) {
    if (member.planned || member.items.length === 0) continue;
    const wasFinal = hasTaken(told, '3.complete') || story.sentBack?.stage === 3;
    const hasSecond = story.grown !== undefined || story.sentBack?.stage === 3;
    const first = hasSecond ? told.ground.next('plan') : member.planId;
    write(told, member, { id: first, no: 1, items: member.firstItems, day, isFinal: wasFinal });
    if (hasSecond) {
      const later = { id: member.planId, no: 2, items: member.items, isFinal: story.grown !== undefined };
      write(told, member, { ...later, day: story.grown ? -16 : -7 });
    }
  }
}
