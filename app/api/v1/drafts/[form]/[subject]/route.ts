import { z } from 'zod';
import { done } from '@/lib/server/answer';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { dropDraft, keepDraft, readDraft } from '@/lib/server/drafts/drafts';

const word = z.string().regex(/^[A-Za-z0-9._-]{1,60}$/);
const which = z.strictObject({ form: word, subject: word });
const content = z.record(z.string().max(100), z.unknown());

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '自己没填完的表单；没有时 draft 为 null',
    tag: 'drafts',
    permission: 'signed-in',
    params: which,
    output: z.object({ draft: z.object({ content, savedAt: z.string() }).nullable() }),
    run: async ({ tx, actor, params }) => done({ draft: await readDraft(tx, actor, params) }),
  }),
  PUT: operation({
    summary: '保存没填完的表单（加密存放，只有本人能取回）',
    tag: 'drafts',
    permission: 'signed-in',
    params: which,
    body: z.strictObject({ content }),
    output: z.object({ savedAt: z.string() }),
    run: async ({ tx, actor, params, body }) => done(await keepDraft(tx, actor, params, body.content)),
  }),
  DELETE: operation({
    summary: '丢弃没填完的表单',
    tag: 'drafts',
    permission: 'signed-in',
    params: which,
    status: 204,
    run: async ({ tx, actor, params }) => done(await dropDraft(tx, actor, params)),
  }),
});
