import { z } from 'zod';
import { ownerCreateSchema } from '@/lib/domain/compounds/schema';
import { idField } from '@/lib/domain/kernel/input';
import { reason } from '@/lib/domain/kernel/result';
import { badRequest } from '@/lib/server/answer';
import { addOwner } from '@/lib/server/compounds/owners';
import { HouseholdShape, idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

// One object, not a union: a wrong phone number is told at its field.
const someone = z.strictObject({ ownerId: idField.optional(), ...ownerCreateSchema.partial().shape });

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '给一户增加业主：新登记，或选同一小区已有的业主（ownerId）',
    tag: 'owners',
    permission: 'register.write',
    action: 'owner.add',
    params: idParams,
    body: someone,
    output: HouseholdShape,
    status: 201,
    run: async ({ tx, actor, params, body: { ownerId, kind, name, ...contact } }) => {
      if (ownerId) return addOwner(tx, actor, params.id, { ownerId });
      if (kind && name) return addOwner(tx, actor, params.id, { kind, name, ...contact });
      const absent = { kind, name };
      const fields = (['kind', 'name'] as const).filter((field) => !absent[field]);
      return badRequest(
        'invalid_input',
        fields.map((field) => reason('input.required', undefined, { field })),
      );
    },
  }),
});
