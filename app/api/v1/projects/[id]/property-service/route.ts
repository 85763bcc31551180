import { propertyInput } from '@/lib/domain/aftercare/schema';
import { writeProperty } from '@/lib/server/aftercare/commands';
import { AftercareShape } from '@/lib/server/aftercare/shapes';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  PUT: operation({
    summary: '物业服务：由谁接管，或没有引入的原因',
    tag: 'projects',
    permission: 'aftercare.write',
    action: 'aftercare.property',
    ifMatch: true,
    params: idParams,
    body: propertyInput,
    output: AftercareShape,
    run: ({ tx, actor, params, body, ifMatch }) => writeProperty(tx, actor, params.id, ifMatch ?? 0, body),
  }),
});
