import { Readable } from 'node:stream';
import { countyQuery } from '@/lib/domain/progress/schema';
import { done, failure } from '@/lib/server/answer';
import { withReader } from '@/lib/server/db/with-reader';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { monthParams } from '@/lib/server/progress/shapes';
import { sheetOf, sheetProjects } from '@/lib/server/progress/sheet-facts';
import { monthWorkbook } from '@/lib/server/progress/sheet-write';
import { workbookResponse, XLSX } from '@/lib/server/workbooks/response';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '一个月的月报 Excel 表：项目一页，进度一页，填好可以传回',
    description: '州级须写明县市。已填好现在的草稿；还没有草稿的，由上月带出。',
    tag: 'progress',
    permission: 'project.read',
    limit: 'export',
    bare: true,
    params: monthParams,
    query: countyQuery,
    produces: XLSX,
    run: async ({ actor, params: { month }, query }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const found = await withReader(actor, async (reader) => {
        const of = await sheetOf(reader, actor, query.county);
        if (!of.ok) return of;
        const { county, name } = of.value;
        return done({ name, projects: await sheetProjects(reader, actor, month, county) });
      });
      if (!found.ok) return found;
      const { name, projects } = found.value;
      const book = Readable.toWeb(monthWorkbook(name, month, projects)) as ReadableStream<Uint8Array>;
      return workbookResponse(book, `${name}-${month}-月报.xlsx`);
    },
  }),
});
