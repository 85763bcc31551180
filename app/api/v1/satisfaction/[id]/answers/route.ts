import { recorded } from '@/lib/domain/satisfaction/answers';
import { surveyAnswer } from '@/lib/domain/satisfaction/schema';
import { idParams } from '@/lib/server/compounds/shapes';
import { defineRoutes, operation } from '@/lib/server/define-route';
import { recordAnswer } from '@/lib/server/satisfaction/commands';

export const { GET, POST, PUT, PATCH, DELETE } = defineRoutes({
  POST: operation({
    summary: '登记一户的答复，每户一次；户与答复分开保存，登记后不能更正',
    description: '重复发送不会重复计数：第二次会答“这一户已经答复”。',
    tag: 'complaints',
    permission: 'satisfaction.record',
    action: 'satisfaction.record',
    // kept under its key, the digest of the request would tell which of three answers this household gave
    neverKept: true,
    params: idParams,
    body: surveyAnswer,
    output: recorded,
    status: 201,
    run: ({ tx, actor, params, body }) => recordAnswer(tx, actor, params.id, body),
  }),
});
