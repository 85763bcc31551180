import 'server-only';
import { formatMoney } from '@/lib/domain/kernel/money';
import type { AgreeCompound, AgreeGround } from '@/lib/domain/sharing/agree';
import { givenParts, settingsShape } from '@/lib/domain/sharing/schema';
import {
  NO_SETTINGS,
  type Place,
  type SharedItem,
  type SharingChange,
  type SharingCompound,
  type SharingSettings,
} from '@/lib/domain/sharing/types';
import type { Actor } from '@/lib/server/actor';
import { type ProjectGround, projectGround } from '@/lib/server/archive/project';
import { instant } from '@/lib/server/compounds/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { plansInForce } from '@/lib/server/projects/plan';

interface StoredSharing {
  version: number;
  settings: unknown;
  agreedNo: number | null;
  agreedAt: string | null;
  agreedBy: string | null;
}

export interface SharingFacts extends AgreeGround {
  project: ProjectGround;
  version: number;
  agreed: { no: number; at: string; by: string } | null;
  /** names of the buildings where something is done */
  buildings: Map<string, string>;
  changedAt: Map<string, string>;
}

interface ItemRow extends Omit<SharedItem, 'cost'> {
  cost: string;
  buildingName: string | null;
}

/** What is to be done, in the order of the plans' tables. */
async function itemsOf(reader: Reader, projectId: string): Promise<ItemRow[]> {
  return reader.$queryRaw<ItemRow[]>`
    SELECT i.compound_id AS "compoundId", i.building_id AS "buildingId", b.name AS "buildingName", i.item, i.cost::text AS cost, i.method, i.payer,
      i.resident_percent AS "residentPercent"
    FROM (${plansInForce(projectId)}) v JOIN plan_item i ON i.plan_id = v.id JOIN compound c ON c.id = i.compound_id LEFT JOIN building b ON b.id = i.building_id
    WHERE i.answer = 'todo' AND i.cost > 0 ORDER BY c.name, c.id, b.sort_key NULLS LAST, b.id, substr(i.item, 3, 1) DESC, i.item`;
}

type CompoundRow = SharingCompound & AgreeCompound;

async function compoundsOf(reader: Reader, projectId: string): Promise<CompoundRow[]> {
  return reader.$queryRaw<CompoundRow[]>`
    SELECT c.id, c.name, c.original_unit AS "originalUnit", coalesce(t.registered_households, 0) AS households, coalesce(t.households_without_area, 0) AS "withoutArea",
      v.id AS "planId", coalesce(v.status = 'final', false) AS "planFinal"
    FROM project_compound m JOIN compound c ON c.id = m.compound_id LEFT JOIN compound_total t ON t.compound_id = c.id LEFT JOIN (${plansInForce(projectId)}) v ON v.compound_id = c.id
    WHERE m.project_id = ${projectId}::uuid AND m.live ORDER BY c.name, c.id`;
}

async function storedOf(reader: Reader, projectId: string): Promise<StoredSharing | undefined> {
  const [row] = await reader.$queryRaw<StoredSharing[]>`
    SELECT s.version, json_build_object('cover', s.cover, 'subsidy', (s.subsidy * 0.01)::text, 'civil', s.civil, 'payers', s.payers, 'compounds', s.compounds) AS settings,
      s.agreed_no AS "agreedNo", ${instant('s.agreed_at')} AS "agreedAt", a.display_name AS "agreedBy"
    FROM sharing s LEFT JOIN account a ON a.id = s.agreed_by WHERE s.project_id = ${projectId}::uuid`;
  return row;
}

type ChangeRow = Place & { id: string; parts: unknown; reason: string; at: string };

async function changesOf(reader: Reader, projectId: string): Promise<ChangeRow[]> {
  return reader.$queryRaw<ChangeRow[]>`
    SELECT c.id, c.compound_id AS "compoundId", c.building_id AS "buildingId", c.item, c.parts, c.reason, ${instant('c.created_at')} AS at
    FROM sharing_change c WHERE c.project_id = ${projectId}::uuid AND c.retired_at IS NULL ORDER BY c.created_at, c.id`;
}

const changeOf = ({ at: _, ...row }: ChangeRow): SharingChange => ({ ...row, parts: givenParts.parse(row.parts) });

/** As JSON columns keep it: amounts are text. */
export const asStored = (value: unknown): string =>
  JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? formatMoney(one) : one));

const settingsOf = (stored: StoredSharing | undefined): SharingSettings =>
  stored ? settingsShape.parse(stored.settings) : NO_SETTINGS;

/** Everything that decides who pays; null: no such project for this person. */
export async function sharingFacts(reader: Reader, actor: Actor, projectId: string): Promise<SharingFacts | null> {
  const project = await projectGround(reader, actor, projectId);
  if (!project) return null;
  const [rows, compounds, stored, changes] = await Promise.all([
    itemsOf(reader, projectId),
    compoundsOf(reader, projectId),
    storedOf(reader, projectId),
    changesOf(reader, projectId),
  ]);
  const { agreedNo: no, agreedAt: at, agreedBy: by } = stored ?? { agreedNo: null, agreedAt: null, agreedBy: null };
  return {
    project,
    rulebook: project.rulebook,
    version: stored?.version ?? 0,
    settings: settingsOf(stored),
    agreed: no !== null && at !== null ? { no, at, by: by ?? '' } : null,
    items: rows.map(({ buildingName: _, cost, ...item }) => ({ ...item, cost: BigInt(cost) })),
    buildings: new Map(
      rows.flatMap(({ buildingId, buildingName }) => (buildingId ? [[buildingId, buildingName ?? '']] : [])),
    ),
    compounds,
    standing: compounds,
    changes: changes.map(changeOf),
    changedAt: new Map(changes.map((change) => [change.id, change.at])),
  };
}
