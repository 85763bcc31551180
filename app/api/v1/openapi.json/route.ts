import { openApiDocument } from '@/lib/server/api/openapi';
import { ownSpec } from '@/lib/server/api/openapi-self';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';

/** Public: it describes, and holds no data. */
export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    ...ownSpec,
    run: async () => Response.json(openApiDocument(), { headers: { 'cache-control': 'no-cache' } }),
  }),
});
