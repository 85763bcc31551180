import { PassThrough } from 'node:stream';
import * as confirm from '@/app/api/v1/imports/[id]/confirm/route';
import * as findings from '@/app/api/v1/imports/[id]/findings/route';
import * as one from '@/app/api/v1/imports/[id]/route';
import * as rows from '@/app/api/v1/imports/[id]/rows/route';
import * as all from '@/app/api/v1/imports/route';
import type { ImportDetail, ImportFindingLine, ImportRowLine, Page } from '@/lib/domain/imports/answers';
import type { Actor } from '@/lib/server/actor';
import { writeSurvey } from '@/lib/server/exports/survey-export';
import { applyImport } from '@/lib/server/imports/apply-import';
import { readImport } from '@/lib/server/imports/read-import';
import type { Person, World } from '@/tests/support/world';

/** What a clerk does with a file, step by step; the jobs are run here, as the worker would. */
export function clerkOf(world: World, as: Person) {
  const accountId = world.actors[as].accountId;
  const detail = async (id: string) =>
    (await world.call(one.GET, { as, params: { id } })).json as unknown as ImportDetail;
  const read = async (id: string) => {
    await readImport({ batchId: id, accountId });
    return detail(id);
  };
  return {
    accountId,
    detail,
    read,
    upload: async (bytes: Uint8Array, name = '摸底表.xlsx') => {
      const answer = await world.call(all.POST, {
        as,
        method: 'POST',
        path: '/api/v1/imports',
        rawBody: Buffer.from(bytes),
        headers: { 'x-file-name': encodeURIComponent(name), 'content-type': 'application/octet-stream' },
      });
      const { id } = answer.json as unknown as { id: string };
      return read(id);
    },
    findings: async (id: string) => {
      const answer = await world.call(findings.GET, { as, params: { id }, path: '/api/v1/x?limit=200' });
      return (answer.json as unknown as Page<ImportFindingLine>).items;
    },
    rows: async (id: string, query = '') => {
      const answer = await world.call(rows.GET, { as, params: { id }, path: `/api/v1/x?limit=200${query}` });
      return (answer.json as unknown as Page<ImportRowLine>).items;
    },
    confirm: (id: string) => world.call(confirm.POST, { as, method: 'POST', params: { id } }),
    apply: async (id: string) => {
      await applyImport({ batchId: id, accountId });
      return detail(id);
    },
  };
}

/** The county's workbook as the export makes it. */
export async function exportedSurvey(actor: Actor, countyId: string, unmasked = false): Promise<Buffer> {
  const out = new PassThrough();
  const chunks: Buffer[] = [];
  out.on('data', (chunk: Buffer) => chunks.push(chunk));
  const progress = { expect: async () => {}, advance: async () => {} };
  await writeSurvey(out, actor, { countyId, unmasked, empty: false }, progress);
  return Buffer.concat(chunks);
}
