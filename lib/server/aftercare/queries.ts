import 'server-only';
import type { CheckView, HandoverItemView, HandoverSuggestion, ProjectAftercare } from '@/lib/domain/aftercare/answers';
import { checkState } from '@/lib/domain/aftercare/due';
import { OPERATORS_ITEMS } from '@/lib/domain/aftercare/maintainers';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { Actor } from '@/lib/server/actor';
import { type ProjectGround, projectGround, projectHead } from '@/lib/server/archive/project';
import type { Reader } from '@/lib/server/db/with-reader';

const menuOf = ({ rulebook }: ProjectGround, code: string) => rulebook.menu.find((item) => item.code === code);

type Listed = Omit<HandoverItemView, 'itemName' | 'itemNameEn'>;

export async function handoverOf(reader: Reader, ground: ProjectGround): Promise<HandoverItemView[]> {
  const rows = await reader.$queryRaw<Listed[]>`
    SELECT h.id, json_build_object('id', h.compound_id, 'name', coalesce(c.name, '')) AS compound, h.item, h.what, h.warranty_until::text AS "warrantyUntil",
      h.maintainer_kind AS "maintainerKind", h.maintainer, h.version
    FROM handover_item h LEFT JOIN compound c ON c.id = h.compound_id WHERE h.project_id = ${ground.id}::uuid AND h.retired_at IS NULL
    ORDER BY c.name, h.item, h.created_at, h.id LIMIT 2000`;
  return rows.map((row) => {
    const item = menuOf(ground, row.item);
    return { ...row, itemName: item?.name ?? row.item, itemNameEn: item?.nameEn ?? row.item };
  });
}

interface Planned {
  compound: { id: string; name: string };
  item: string;
  buildings: string[];
  places: number;
  done: number;
}

/** What the latest final plans say is to be done, item by item, as far as no line of the list hands it over. */
async function suggestionsOf(reader: Reader, ground: ProjectGround): Promise<HandoverSuggestion[]> {
  const rows = await reader.$queryRaw<Planned[]>`
    SELECT json_build_object('id', c.id, 'name', c.name) AS compound, i.item, coalesce(json_agg(b.name ORDER BY b.sort_key) FILTER (WHERE b.id IS NOT NULL), '[]') AS buildings,
      count(*)::int AS places, count(d.id)::int AS done
    FROM project_compound m JOIN compound c ON c.id = m.compound_id
    JOIN LATERAL (SELECT id FROM compound_plan WHERE compound_id = c.id AND status = 'final' ORDER BY no DESC LIMIT 1) p ON true
    JOIN plan_item i ON i.plan_id = p.id AND i.answer = 'todo' LEFT JOIN building b ON b.id = i.building_id
    LEFT JOIN item_completion d ON d.project_id = m.project_id AND d.compound_id = c.id AND d.item = i.item AND d.building_id IS NOT DISTINCT FROM i.building_id AND d.retired_at IS NULL
    WHERE m.project_id = ${ground.id}::uuid AND m.live
      AND NOT EXISTS (SELECT 1 FROM handover_item h WHERE h.project_id = m.project_id AND h.compound_id = c.id AND h.item = i.item AND h.retired_at IS NULL)
    GROUP BY c.id, c.name, i.item ORDER BY c.name, c.id, i.item`;
  return rows.flatMap(({ buildings, ...row }) => {
    const item = menuOf(ground, row.item);
    if (!item) return [];
    const where = buildings.length > 0 ? `（${buildings.join('、')}）` : '';
    return [
      {
        ...row,
        itemName: item.name,
        itemNameEn: item.nameEn,
        what: `${item.name}${where}`.slice(0, 200),
        operator: item.key in OPERATORS_ITEMS,
      },
    ];
  });
}

type StoredCheck = Omit<CheckView, 'state'>;

export async function checksOf(reader: Reader, ground: ProjectGround): Promise<CheckView[]> {
  const rows = await reader.$queryRaw<StoredCheck[]>`
    SELECT k.id, k.months, k.due_on::text AS "dueOn", k.checked_on::text AS "checkedOn", k.result, k.remarks,
      CASE WHEN f.id IS NOT NULL THEN json_build_object('id', f.id, 'name', f.name) END AS photo, anju_name_of(k.checked_by) AS "checkedBy", k.version
    FROM aftercare_check k LEFT JOIN stored_file f ON f.id = k.photo_file_id WHERE k.project_id = ${ground.id}::uuid ORDER BY k.months`;
  return rows.map((row) => ({
    ...row,
    state: checkState(calendarDateOf(row.dueOn), row.checkedOn !== null, ground.today),
  }));
}

export async function aftercareOf(reader: Reader, ground: ProjectGround): Promise<ProjectAftercare> {
  const handover = await handoverOf(reader, ground);
  const suggestions = await suggestionsOf(reader, ground);
  const checks = await checksOf(reader, ground);
  const [plan] = await reader.$queryRaw<NonNullable<ProjectAftercare['managementPlan']>[]>`
    SELECT no, title, file_id AS "fileId", to_char(created_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "filedAt" FROM paper
    WHERE project_id = ${ground.id}::uuid AND kind = 'managementPlan' AND status = 'current' ORDER BY created_at DESC LIMIT 1`;
  return {
    project: projectHead(ground),
    acceptedOn: ground.acceptedOn,
    managementPlan: plan ?? null,
    propertyService: ground.propertyService,
    propertyServiceReason: ground.propertyServiceReason,
    handover,
    suggestions,
    checks,
  };
}

export async function projectAftercare(reader: Reader, actor: Actor, id: string): Promise<ProjectAftercare | null> {
  const ground = await projectGround(reader, actor, id);
  return ground && aftercareOf(reader, ground);
}
