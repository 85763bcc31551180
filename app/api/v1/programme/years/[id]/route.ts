import { z } from 'zod';
import { yearAnswer } from '@/lib/domain/programme/answers';
import { programmeYearUpdateSchema } from '@/lib/domain/programme/schema';
import { done, notFound } from '@/lib/server/answer';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { updateYear } from '@/lib/server/programme/commands-years';
import { programmeYear } from '@/lib/server/programme/years';

const params = z.object({ id: z.uuid() });

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  GET: operation({
    summary: '一个项目年度',
    tag: 'programme',
    permission: 'programme.read',
    params,
    output: yearAnswer,
    run: async ({ tx, actor, params: { id } }) => {
      const year = await programmeYear(tx, actor, id);
      return year ? done(year, { version: year.version }) : notFound();
    },
  }),
  PATCH: operation({
    summary: '修改项目年度的时限、目标比例、报送日，或设为当前年度',
    description: '年份和规则手册不能修改：规则手册的新版本不改变以前年度的认定。',
    tag: 'programme',
    permission: 'programme.write',
    params,
    body: programmeYearUpdateSchema,
    output: yearAnswer,
    ifMatch: true,
    action: 'programme.year.update',
    run: ({ tx, actor, params: { id }, body, ifMatch = 0 }) => updateYear(tx, actor, id, ifMatch, body),
  }),
});
