import { settingsInput } from '@/lib/domain/sharing/schema';
import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, operation, readOperation } from '@/lib/server/define-route';
import { saveSharing } from '@/lib/server/sharing/commands';
import { SharingShape, sharingParams } from '@/lib/server/sharing/shapes';
import { sharingSheet } from '@/lib/server/sharing/sheet';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: readOperation({
    summary: '资金分摊：每项改造内容由谁出资、依据哪条规则，还缺什么，已采用的方案',
    tag: 'sharing',
    permission: 'project.read',
    params: sharingParams,
    output: SharingShape,
    run: async ({ reader, actor, params }) => {
      const sheet = await sharingSheet(reader, actor, params.id);
      return sheet ? done(sheet, { version: sheet.version }) : notFound();
    },
  }),
  PATCH: operation({
    summary: '填写分摊的前提：政府资金构成、补助、土建费用、出资单位名称、居民分摊办法',
    tag: 'sharing',
    permission: 'project.write',
    action: 'sharing.update',
    ifMatch: true,
    params: sharingParams,
    body: settingsInput,
    output: SharingShape,
    run: ({ tx, actor, params, body, ifMatch }) => saveSharing(tx, actor, params.id, ifMatch ?? 0, body),
  }),
});
