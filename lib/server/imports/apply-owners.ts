import 'server-only';
import { setImmediate } from 'node:timers/promises';
import type { OwnerCell } from '@/lib/domain/imports/owners';
import type { Actor } from '@/lib/server/actor';
import {
  masksOf,
  type PersonalKeys,
  type PersonalValues,
  personalKeys,
  sealPersonal,
} from '@/lib/server/compounds/personal';
import { type DataKey, keyById, unsealJson } from '@/lib/server/crypto/personal-keys';
import { inBulk, type Tx } from '@/lib/server/db/with-actor';
import type { AppliedRow } from './apply-rows';
import { clearOwners } from './owner-values';
import type { OwnerPlan, PlannedStep } from './plan-households';
import { secretOf } from './staging';

/** What was done to the owners of a dwelling: what its plan says, but for an owner who was known from another dwelling of the file. */
export interface OwnerEffect {
  added: string[];
  ended: string[];
  updated: string[];
}

export function effectOf({ steps }: OwnerPlan): OwnerEffect {
  const ids = (kind: PlannedStep['do']) => steps.flatMap((step) => (step.do === kind ? [step.id] : []));
  return { added: ids('add'), ended: ids('end'), updated: ids('update') };
}

export interface Home {
  rowNo: number;
  householdId: string;
  compoundId: string;
  plan: OwnerPlan;
}

interface OwnerRow {
  id: string;
  compoundId: string;
  kind: string;
  nameMasked: string;
  phoneMasked: string | null;
  /** base64 */
  cipher: string;
  auditCipher: string;
}

/** Everything that some dwellings say about owners, sealed and ready to be written. */
export interface Prepared {
  owners: OwnerRow[];
  links: { householdId: string; ownerId: string; compoundId: string; position: number }[];
  ended: { household_id: string; owner_id: string }[];
  changed: { id: string; name: string | undefined; phone: string | null | undefined }[];
  /** of the rows in which something else was done than planned */
  effects: Map<number, OwnerEffect>;
}

export async function ownerPlanOf(
  tx: Tx,
  batchId: string,
  row: Pick<AppliedRow, 'keyId' | 'secret' | 'rowNo'>,
): Promise<OwnerPlan | null> {
  if (!row.keyId || !row.secret) return null;
  return openPlan(await keyById(tx, row.keyId), batchId, row.rowNo, row.secret);
}

export const openPlan = (key: DataKey, batchId: string, rowNo: number, secret: Uint8Array): OwnerPlan =>
  unsealJson(key, secret, secretOf(batchId, rowNo)) as OwnerPlan;

/** The same person (name and phone) or body named at several dwellings of one compound is one owner. */
const sameOwner = (compoundId: string, { kind, name, phone }: OwnerCell): string | null =>
  kind === 'body' || phone ? `${compoundId}/${kind}/${name}/${phone ?? ''}` : null;

/**
 * In one statement, so that one line of the audit says it: the owner, the values, the dwellings. All of them stand where the compound stands.
 * Columns come as arrays, which cost the database a third of what JSON does.
 */
const INSERT_OWNERS = `WITH place AS MATERIALIZED (
    SELECT c.id, c.county_id, c.subdistrict_id, c.community_id, anju_now() AS now FROM compound c WHERE c.id IN (SELECT unnest($10::uuid[]))
  ), fresh AS MATERIALIZED (
    SELECT r.*, p.county_id, p.subdistrict_id, p.community_id, p.now
    FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
      AS r(id, compound_id, kind, name_masked, phone_masked, cipher, audit_cipher) JOIN place p ON p.id = r.compound_id
  ), owners AS (
    INSERT INTO owner (id, compound_id, county_id, subdistrict_id, community_id, kind, name_masked, phone_masked, created_at, updated_at, updated_by)
    SELECT id, compound_id, county_id, subdistrict_id, community_id, kind, name_masked, phone_masked, now, now, $14::uuid FROM fresh
  ), personal AS (
    INSERT INTO owner_personal (owner_id, county_id, subdistrict_id, community_id, key_id, cipher, audit_key_id, audit_cipher, updated_at)
    SELECT id, county_id, subdistrict_id, community_id, $12::uuid, decode(cipher, 'base64'), $13::uuid, decode(audit_cipher, 'base64'), now FROM fresh
  )
  INSERT INTO household_owner (household_id, owner_id, compound_id, county_id, subdistrict_id, community_id, position, created_at)
  SELECT DISTINCT ON (l.household_id, l.owner_id) l.household_id, l.owner_id, l.compound_id, p.county_id, p.subdistrict_id, p.community_id, l.position, p.now
  FROM unnest($8::uuid[], $9::uuid[], $10::uuid[], $11::int[]) AS l(household_id, owner_id, compound_id, position) JOIN place p ON p.id = l.compound_id
  ON CONFLICT (household_id, owner_id) DO UPDATE SET ended_at = NULL, position = EXCLUDED.position`;

/** Ids, numbers and base64: nothing in them means anything in the text of an array. */
const plainArray = (list: readonly (string | number)[]): string => `{${list.join(',')}}`;
const textArray = (list: readonly (string | null)[]): string =>
  `{${list.map((one) => (one === null ? 'NULL' : `"${one.replace(/[\\"]/g, '\\$&')}"`)).join(',')}}`;

export class OwnerWriter {
  private readonly known = new Map<string, string>();

  private constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
    private readonly keys: PersonalKeys,
  ) {}

  static async open(tx: Tx, actor: Actor, countyId: string): Promise<OwnerWriter> {
    const keys = await personalKeys(tx, { prefectureId: actor.prefectureId, countyId });
    // rows come with their place, which the database checks for all of them at once
    await tx.$queryRawUnsafe(`SELECT set_config('app.placed', 'on', true)`);
    return new OwnerWriter(tx, actor, keys);
  }

  /** Seals the values, some dwellings at a time: what else the process has to do is done in between. */
  async prepare(homes: readonly Home[]): Promise<Prepared> {
    const prepared: Prepared = { owners: [], links: [], ended: [], changed: [], effects: new Map() };
    for (const [index, home] of homes.entries()) {
      if (index % 200 === 199) await setImmediate();
      this.prepareHome(home, prepared);
    }
    return prepared;
  }

  private prepareHome({ rowNo, householdId, compoundId, plan }: Home, prepared: Prepared): void {
    const added: string[] = [];
    let shared = false;
    for (const [index, step] of plan.steps.entries()) {
      if (step.do === 'end') prepared.ended.push({ household_id: householdId, owner_id: step.id });
      else if (step.do === 'update') prepared.changed.push(step);
      else if (step.do === 'add') {
        const key = sameOwner(compoundId, step.owner);
        const known = key === null ? undefined : this.known.get(key);
        const id = known ?? step.id;
        shared ||= id !== step.id;
        if (known === undefined) prepared.owners.push(this.ownerRow(id, compoundId, step.owner));
        if (key !== null) this.known.set(key, id);
        prepared.links.push({ householdId, ownerId: id, compoundId, position: 10 + index });
        added.push(id);
      }
    }
    if (shared) prepared.effects.set(rowNo, { ...effectOf(plan), added });
  }

  async write({ owners, links, ended, changed }: Prepared): Promise<void> {
    if (links.length > 0)
      await inBulk(this.tx, INSERT_OWNERS, [
        plainArray(owners.map(({ id }) => id)),
        plainArray(owners.map(({ compoundId }) => compoundId)),
        textArray(owners.map(({ kind }) => kind)),
        textArray(owners.map(({ nameMasked }) => nameMasked)),
        textArray(owners.map(({ phoneMasked }) => phoneMasked)),
        plainArray(owners.map(({ cipher }) => cipher)),
        plainArray(owners.map(({ auditCipher }) => auditCipher)),
        plainArray(links.map(({ householdId }) => householdId)),
        plainArray(links.map(({ ownerId }) => ownerId)),
        plainArray(links.map(({ compoundId }) => compoundId)),
        plainArray(links.map(({ position }) => position)),
        this.keys.register.id,
        this.keys.audit.id,
        this.actor.accountId,
      ]);
    await this.end(ended);
    await this.change(changed);
  }

  private ownerRow(id: string, compoundId: string, { kind, name, phone }: OwnerCell): OwnerRow {
    const values = { name, phone, idNumber: null };
    const masked = masksOf(kind, values);
    const { cipher, auditCipher } = sealPersonal(this.keys, id, values);
    return {
      id,
      compoundId,
      kind,
      nameMasked: masked.name,
      phoneMasked: masked.phone,
      cipher: cipher.toString('base64'),
      auditCipher: auditCipher.toString('base64'),
    };
  }

  private personalRow(id: string, values: PersonalValues): Record<string, unknown> {
    const { keyId, cipher, auditKeyId, auditCipher } = sealPersonal(this.keys, id, values);
    return {
      owner_id: id,
      key_id: keyId,
      cipher: cipher.toString('base64'),
      audit_key_id: auditKeyId,
      audit_cipher: auditCipher.toString('base64'),
    };
  }

  async end(list: readonly { household_id: string; owner_id: string }[]): Promise<void> {
    if (list.length === 0) return;
    await this.tx.$executeRawUnsafe(
      `UPDATE household_owner x SET ended_at = anju_now() FROM jsonb_to_recordset($1::jsonb) AS r(household_id uuid, owner_id uuid)
       WHERE x.household_id = r.household_id AND x.owner_id = r.owner_id AND x.ended_at IS NULL`,
      JSON.stringify(list),
    );
    await this.tx.$executeRawUnsafe(
      `UPDATE owner o SET status = 'retired', retired_at = anju_now(), retired_reason = '导入后不再是任何一户的业主', version = version + 1,
         updated_at = anju_now(), updated_by = $2::uuid
       WHERE o.id = ANY($1::uuid[]) AND o.status = 'active' AND NOT EXISTS (SELECT 1 FROM household_owner x WHERE x.owner_id = o.id AND x.ended_at IS NULL)`,
      list.map((one) => one.owner_id),
      this.actor.accountId,
    );
  }

  private async change(
    list: readonly { id: string; name: string | undefined; phone: string | null | undefined }[],
  ): Promise<void> {
    if (list.length === 0) return;
    const clear = await clearOwners(
      this.tx,
      list.map((one) => one.id),
    );
    const wanted = list.flatMap(({ id, name, phone }): [string, PersonalValues][] => {
      const was = clear.get(id);
      if (!was) return [];
      return [[id, { ...was, name: name ?? was.name, phone: phone === undefined ? was.phone : phone }]];
    });
    await this.setValues(new Map(wanted));
  }

  /** Values in clear over stored ones, masks with them. */
  async setValues(values: ReadonlyMap<string, PersonalValues>): Promise<void> {
    if (values.size === 0) return;
    const kinds = await this.tx.owner.findMany({
      where: { id: { in: [...values.keys()] } },
      select: { id: true, kind: true },
    });
    const rows = kinds.map(({ id, kind }) => {
      const value = values.get(id) ?? { name: '', phone: null, idNumber: null };
      const masked = masksOf(kind === 'body' ? 'body' : 'person', value);
      return { ...this.personalRow(id, value), name_masked: masked.name, phone_masked: masked.phone };
    });
    const text = JSON.stringify(rows);
    await this.tx.$executeRawUnsafe(
      `UPDATE owner o SET name_masked = r.name_masked, phone_masked = r.phone_masked, version = o.version + 1, updated_at = anju_now(), updated_by = $2::uuid
       FROM jsonb_to_recordset($1::jsonb) AS r(owner_id uuid, name_masked text, phone_masked text) WHERE o.id = r.owner_id`,
      text,
      this.actor.accountId,
    );
    await this.tx.$executeRawUnsafe(
      `UPDATE owner_personal p SET key_id = r.key_id, cipher = decode(r.cipher, 'base64'), audit_key_id = r.audit_key_id,
         audit_cipher = decode(r.audit_cipher, 'base64'), updated_at = anju_now()
       FROM jsonb_to_recordset($1::jsonb) AS r(owner_id uuid, key_id uuid, cipher text, audit_key_id uuid, audit_cipher text) WHERE p.owner_id = r.owner_id`,
      text,
    );
  }
}
