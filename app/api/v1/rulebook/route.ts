import { z } from 'zod';
import { done } from '@/lib/server/answer';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { rulebookVersions } from '@/lib/server/rulebook/queries';

const version = z.object({
  id: z.uuid(),
  code: z.string(),
  version: z.string(),
  title: z.string(),
  effectiveFrom: z.iso.date(),
  hash: z.string(),
  loadedAt: z.iso.datetime(),
  years: z.array(z.int()),
  current: z.boolean(),
});

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '规则手册的版本，以及使用它的项目年度',
    tag: 'rulebook',
    permission: 'rulebook.read',
    output: z.object({ items: z.array(version) }),
    run: async ({ tx, actor }) => done({ items: await rulebookVersions(tx, actor) }),
  }),
});
