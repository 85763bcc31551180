import { Readable } from 'node:stream';
import { failure, notFound } from '@/lib/server/answer';
import { idParams } from '@/lib/server/compounds/shapes';
import { withReader } from '@/lib/server/db/with-reader';
import { bareOperation, defineRoutes } from '@/lib/server/define-route';
import { sheetGround } from '@/lib/server/votes/sheet-facts';
import { ballotTemplate } from '@/lib/server/votes/sheet-template';
import { workbookResponse, XLSX } from '@/lib/server/workbooks/response';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: bareOperation({
    summary: '本轮的登记表：户册已填好，姓名已隐去，已登记的票也在里面',
    tag: 'votes',
    permission: 'vote.write',
    limit: 'export',
    bare: true,
    params: idParams,
    produces: XLSX,
    run: async ({ actor, params }) => {
      if (!actor) return failure(401, 'sign_in_required');
      const ground = await withReader(actor, (reader) => sheetGround(reader, actor, params.id));
      if (!ground || ground.homes.length === 0) return notFound();
      const name = `${ground.round.compound}-${ground.round.code}-表决票登记表.xlsx`;
      return workbookResponse(Readable.toWeb(ballotTemplate(ground)) as ReadableStream<Uint8Array>, name);
    },
  }),
});
