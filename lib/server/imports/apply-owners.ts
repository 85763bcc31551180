import 'server-only';
import type { OwnerCell } from '@/lib/domain/imports/owners';
import type { Actor } from '@/lib/server/actor';
import {
  masksOf,
  type PersonalKeys,
  type PersonalValues,
  personalKeys,
  sealPersonal,
} from '@/lib/server/compounds/personal';
import { keyById, unsealJson } from '@/lib/server/crypto/personal-keys';
import type { Tx } from '@/lib/server/db/with-actor';
import type { AppliedRow } from './apply-rows';
import { clearOwners } from './owner-values';
import type { OwnerPlan } from './plan-households';
import { secretOf } from './staging';

/** What undoing must know beside the staged plan. */
export interface OwnerEffect {
  added: string[];
  ended: string[];
  updated: string[];
}

export async function ownerPlanOf(
  tx: Tx,
  batchId: string,
  row: Pick<AppliedRow, 'keyId' | 'secret' | 'rowNo'>,
): Promise<OwnerPlan | null> {
  if (!row.keyId || !row.secret) return null;
  return unsealJson(await keyById(tx, row.keyId), row.secret, secretOf(batchId, row.rowNo)) as OwnerPlan;
}

/** The same person (name and phone) or body named at several dwellings of one compound is one owner. */
const sameOwner = (compoundId: string, { kind, name, phone }: OwnerCell): string | null =>
  kind === 'body' || phone ? `${compoundId}/${kind}/${name}/${phone ?? ''}` : null;

export class OwnerWriter {
  private readonly known = new Map<string, string>();

  private constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
    private readonly countyId: string,
    private readonly keys: PersonalKeys,
  ) {}

  static async open(tx: Tx, actor: Actor, countyId: string): Promise<OwnerWriter> {
    return new OwnerWriter(tx, actor, countyId, await personalKeys(tx, { prefectureId: actor.prefectureId, countyId }));
  }

  /** Owners of some dwellings, set-based; answers row number → what was done. */
  async write(
    homes: readonly { rowNo: number; householdId: string; compoundId: string; plan: OwnerPlan }[],
  ): Promise<Map<number, OwnerEffect>> {
    const adds = homes.reduce((sum, { plan }) => sum + plan.steps.filter((step) => step.do === 'add').length, 0);
    const fresh = await this.tx.$queryRawUnsafe<{ id: string }[]>(
      'SELECT anju_new_id() AS id FROM generate_series(1, $1::int)',
      adds,
    );
    const owners: Record<string, unknown>[] = [];
    const personal: Record<string, unknown>[] = [];
    const links: Record<string, unknown>[] = [];
    const ended: { household_id: string; owner_id: string }[] = [];
    const changed: { id: string; name: string | undefined; phone: string | null | undefined }[] = [];
    const effects = new Map<number, OwnerEffect>();
    for (const { rowNo, householdId, compoundId, plan } of homes) {
      const effect: OwnerEffect = { added: [], ended: [], updated: [] };
      effects.set(rowNo, effect);
      for (const [index, step] of plan.steps.entries()) {
        if (step.do === 'end') {
          ended.push({ household_id: householdId, owner_id: step.id });
          effect.ended.push(step.id);
        } else if (step.do === 'update') {
          changed.push(step);
          effect.updated.push(step.id);
        } else if (step.do === 'add') {
          const key = sameOwner(compoundId, step.owner);
          const id = (key === null ? undefined : this.known.get(key)) ?? fresh.pop()?.id ?? '';
          if (key === null || !this.known.has(key)) {
            owners.push(this.ownerRow(id, compoundId, step.owner));
            personal.push(this.personalRow(id, { name: step.owner.name, phone: step.owner.phone, idNumber: null }));
          }
          if (key !== null) this.known.set(key, id);
          links.push({
            household_id: householdId,
            owner_id: id,
            compound_id: compoundId,
            county_id: this.countyId,
            position: 10 + index,
          });
          effect.added.push(id);
        }
      }
    }
    await this.insertAll(owners, personal, links);
    await this.end(ended);
    await this.change(changed);
    return effects;
  }

  private ownerRow(id: string, compoundId: string, { kind, name, phone }: OwnerCell): Record<string, unknown> {
    const masked = masksOf(kind, { name, phone, idNumber: null });
    return {
      id,
      compound_id: compoundId,
      county_id: this.countyId,
      kind,
      name_masked: masked.name,
      phone_masked: masked.phone,
      updated_by: this.actor.accountId,
    };
  }

  private personalRow(id: string, values: PersonalValues): Record<string, unknown> {
    const { keyId, cipher, auditKeyId, auditCipher } = sealPersonal(this.keys, id, values);
    return {
      owner_id: id,
      county_id: this.countyId,
      key_id: keyId,
      cipher: cipher.toString('base64'),
      audit_key_id: auditKeyId,
      audit_cipher: auditCipher.toString('base64'),
    };
  }

  private async insertAll(owners: unknown[], personal: unknown[], links: unknown[]): Promise<void> {
    if (owners.length > 0) {
      await this.tx.$executeRawUnsafe(
        `INSERT INTO owner (id, compound_id, county_id, kind, name_masked, phone_masked, updated_by)
         SELECT id, compound_id, county_id, kind, name_masked, phone_masked, updated_by FROM jsonb_to_recordset($1::jsonb)
           AS r(id uuid, compound_id uuid, county_id uuid, kind text, name_masked text, phone_masked text, updated_by uuid)`,
        JSON.stringify(owners),
      );
      await this.tx.$executeRawUnsafe(
        `INSERT INTO owner_personal (owner_id, county_id, key_id, cipher, audit_key_id, audit_cipher)
         SELECT owner_id, county_id, key_id, decode(cipher, 'base64'), audit_key_id, decode(audit_cipher, 'base64') FROM jsonb_to_recordset($1::jsonb)
           AS r(owner_id uuid, county_id uuid, key_id uuid, cipher text, audit_key_id uuid, audit_cipher text)`,
        JSON.stringify(personal),
      );
    }
    if (links.length === 0) return;
    await this.tx.$executeRawUnsafe(
      `INSERT INTO household_owner (household_id, owner_id, compound_id, county_id, position)
       SELECT DISTINCT ON (household_id, owner_id) household_id, owner_id, compound_id, county_id, position FROM jsonb_to_recordset($1::jsonb)
         AS r(household_id uuid, owner_id uuid, compound_id uuid, county_id uuid, position int)
       ON CONFLICT (household_id, owner_id) DO UPDATE SET ended_at = NULL, position = EXCLUDED.position`,
      JSON.stringify(links),
    );
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
