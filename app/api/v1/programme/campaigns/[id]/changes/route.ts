import { z } from 'zod';
import { CHANGE_KINDS, changeAnswer } from '@/lib/domain/programme/answers';
import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { campaign } from '@/lib/server/programme/campaigns';
import { changesSince } from '@/lib/server/programme/changes';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '锁定以后发生变化的小区：新符合条件、不再符合、数量变化',
    tag: 'programme',
    permission: 'compound.read',
    params: z.object({ id: z.uuid() }),
    query: z.strictObject({
      county: z.uuid().optional(),
      kind: z.enum(CHANGE_KINDS).optional(),
      cursor: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ items: z.array(changeAnswer), nextCursor: z.uuid().nullable(), total: z.int() }),
    run: async ({ tx, actor, params: { id }, query }) => {
      const found = await campaign(tx, actor, id);
      if (found?.status !== 'frozen' || (query.county && !actor.counties.includes(query.county))) return notFound();
      return done(await changesSince(tx, actor, id, query));
    },
  }),
});
