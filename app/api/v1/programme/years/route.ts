import { z } from 'zod';
import { yearAnswer } from '@/lib/domain/programme/answers';
import { programmeYearCreateSchema } from '@/lib/domain/programme/schema';
import { done } from '@/lib/server/answer';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { createYear } from '@/lib/server/programme/commands-years';
import { programmeYears } from '@/lib/server/programme/years';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '项目年度：时限、目标比例、规则手册和摸底批次',
    tag: 'programme',
    permission: 'programme.read',
    output: z.object({ items: z.array(yearAnswer) }),
    run: async ({ tx, actor }) => done({ items: await programmeYears(tx, actor) }),
  }),
  POST: operation({
    summary: '设立项目年度',
    tag: 'programme',
    permission: 'programme.write',
    body: programmeYearCreateSchema,
    output: yearAnswer,
    status: 201,
    action: 'programme.year.create',
    run: ({ tx, actor, body }) => createYear(tx, actor, body),
  }),
});
