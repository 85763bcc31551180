import { bareOperation, defineRoutes } from '@/lib/server/define-route';

/** Public: it describes, and holds no data. */
export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    bare: true,
    summary: '本接口的 OpenAPI 3.1 说明',
    tag: 'api',
    permission: 'public',
    produces: 'application/json',
    run: async () => {
      // Loaded at call: the list of routes holds this very file.
      const { openApiDocument } = await import('@/lib/server/api/openapi');
      return Response.json(openApiDocument(), { headers: { 'cache-control': 'no-cache' } });
    },
  }),
});
