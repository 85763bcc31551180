import { z } from 'zod';
import { areaField, countField, idField, textField } from '../kernel/input';
import { parseIdNumber, parsePhone } from './identity';
import { CONDITIONS, OWNER_KINDS, OWNERSHIP_KINDS, STRUCTURES, USAGES, WILLINGNESS } from './types';

const yearField = z.int().min(1900, { error: 'input.year' }).max(2100, { error: 'input.year' });
const fact = z.boolean().nullable().optional();
const text = (max: number) => textField(max).nullable().optional();
const count = countField.nullable().optional();
const area = areaField.nullable().optional();

/** Everything but the name may be missing: an incomplete record stays 资料不全 until it is completed. Absent: unchanged; null: cleared. */
const compoundFields = {
  aliases: z.array(textField(80)).max(20).optional(),
  subdistrictId: idField.nullable().optional(),
  communityId: idField.nullable().optional(),
  address: text(200),
  // China, generously.
  longitude: z.number().min(73).max(136).nullable().optional(),
  latitude: z.number().min(3).max(54).nullable().optional(),
  yearBuilt: yearField.nullable().optional(),
  statedBuildings: count,
  statedUnits: count,
  statedHouseholds: count,
  statedFloorArea: area,
  statedExclusiveArea: area,
  ownershipKind: z.enum(OWNERSHIP_KINDS).nullable().optional(),
  originalUnit: text(120),
  hasOwnersCommittee: fact,
  hasPropertyService: fact,
  hasMaintenanceFund: fact,
  willingness: z.enum(WILLINGNESS).nullable().optional(),
  legalTitle: fact,
  insideTown: fact,
  inShantytownPlan: fact,
  plannedDemolition: fact,
  mainlySelfBuilt: fact,
  urbanVillage: fact,
  facilitiesIncomplete: fact,
  environmentPoor: fact,
  managementMissing: fact,
  facilitiesBackward: fact,
  // Keys are the rule book's public facilities; the command checks them against the rule book in force.
  facilities: z.record(z.string().regex(/^[a-z][A-Za-z]{1,40}$/), z.enum(CONDITIONS).nullable()).optional(),
  remarks: text(2000),
};

export const compoundCreateSchema = z.strictObject({ name: textField(80), ...compoundFields });
export const compoundUpdateSchema = z.strictObject({ name: textField(80).optional(), ...compoundFields });

const buildingFields = {
  yearBuilt: yearField.nullable().optional(),
  structure: z.enum(STRUCTURES).nullable().optional(),
  storeys: z.int().min(1).max(200).nullable().optional(),
  units: z.int().min(0).max(200).nullable().optional(),
  statedHouseholds: count,
  floorArea: area,
  remarks: text(1000),
};

export const buildingCreateSchema = z.strictObject({ compoundId: idField, name: textField(60), ...buildingFields });
export const buildingUpdateSchema = z.strictObject({ name: textField(60).optional(), ...buildingFields });

const phoneField = normalised(parsePhone);
const idNumberField = normalised(parseIdNumber);

function normalised(parse: typeof parsePhone) {
  return z
    .string()
    .trim()
    .min(1)
    .max(40)
    .transform((written, context) => {
      const decision = parse(written);
      if (decision.ok) return decision.value;
      for (const { code } of decision.reasons) context.addIssue({ code: 'custom', message: code });
      return z.NEVER;
    });
}

/** 业主: a person, or a body (公房, 单位自管房). The ID number is off unless the deployment asks for it (个人信息保护法). */
export const ownerCreateSchema = z.strictObject({
  kind: z.enum(OWNER_KINDS),
  name: textField(60),
  phone: phoneField.nullable().optional(),
  idNumber: idNumberField.nullable().optional(),
});

export const ownerUpdateSchema = z.strictObject({
  kind: z.enum(OWNER_KINDS).optional(),
  name: textField(60).optional(),
  phone: phoneField.nullable().optional(),
  idNumber: idNumberField.nullable().optional(),
});

const householdFields = {
  unitNo: z.string().trim().max(20).optional(),
  storey: z.int().min(-5).max(200).nullable().optional(),
  exclusiveArea: area,
  usage: z.enum(USAGES).nullable().optional(),
  remarks: text(1000),
};

export const householdCreateSchema = z.strictObject({
  buildingId: idField,
  room: textField(40),
  ...householdFields,
  owners: z.array(ownerCreateSchema).max(20).optional(),
});
export const householdUpdateSchema = z.strictObject({ room: textField(40).optional(), ...householdFields });

export const retireSchema = z.strictObject({ reason: textField(500) });

export const mergeSchema = z.strictObject({
  compoundIds: z.array(idField).min(2).max(20),
  survivorId: idField,
  reason: textField(500),
  documentNo: textField(80).nullable().optional(),
});

export const splitSchema = z.strictObject({
  parts: z
    .array(z.strictObject({ name: textField(80), buildingIds: z.array(idField).max(500) }))
    .min(2)
    .max(20),
  reason: textField(500),
  documentNo: textField(80).nullable().optional(),
});

/** Each reveal of personal data asks for a reason and is logged. */
export const revealSchema = z.strictObject({ reason: textField(200) });

export type CompoundCreate = z.infer<typeof compoundCreateSchema>;
export type CompoundUpdate = z.infer<typeof compoundUpdateSchema>;
export type BuildingCreate = z.infer<typeof buildingCreateSchema>;
export type BuildingUpdate = z.infer<typeof buildingUpdateSchema>;
export type HouseholdCreate = z.infer<typeof householdCreateSchema>;
export type HouseholdUpdate = z.infer<typeof householdUpdateSchema>;
export type OwnerCreate = z.infer<typeof ownerCreateSchema>;
export type OwnerUpdate = z.infer<typeof ownerUpdateSchema>;
