import 'server-only';
import { cookieName } from '@/lib/server/auth/session-token';
import type { JsonSchema, OpenApiDocument, Parameter, ResponseObject } from './openapi-types';

/** Subjects in the office's words, in the order of the work. */
export const TAGS: Record<string, [name: string, description: string]> = {
  accounts: ['账号', '登录的人、账号管理和密码'],
  tokens: ['访问令牌', '别的系统凭它调用接口：有范围、有期限、可撤销'],
  units: ['单位', '州、县市、街道（镇）、社区'],
  compounds: ['小区', '登记、修改、停用、合并和拆分'],
  buildings: ['楼栋', '小区里的楼栋'],
  households: ['住户', '住户名册'],
  owners: ['户主', '户主及其个人信息'],
  files: ['文件', '照片和文件'],
  imports: ['导入', '上传表格、核对、确认、撤销'],
  exports: ['导出', '下载表格'],
  dashboards: ['统计看板', '排查摸底统计'],
  annual: ['年度计划', '年度可研、领导小组、改造申请、排序和年度实施计划'],
  contributions: ['居民出资', '各户应缴、交款、催缴，以及小区住宅专项维修资金'],
  progress: ['月报和开工竣工', '月报、开工竣工报告、县市月度汇总和系统中断'],
  projects: ['改造项目', '项目、阶段、资料、合同、资金、建设、验收和后续管理'],
  inspections: ['质量安全检查', '检查、问题、停工通知'],
  funds: ['资金', '台账、支付申请、上级资金下达和居民出资'],
  statistics: ['统计报表', '月报表、资金情况表、国家统计表，由系统记录填出'],
  sharing: ['资金分摊', '每项改造内容由谁出资，采用的方案和缴款通知'],
  warnings: ['预警', '各项目的灯、原因和竣工预测'],
  plans: ['改造方案', '一区一策、一楼一策：内容、版本、表格和六有'],
  scorecards: ['绩效评价', '逐项得分、自评、复核、异议、审议和定稿'],
  supervision: ['督办', '州住建局向县市发出的督办、答复和办结'],
  papers: ['公文与表格', '各种记录能够生成的公文、通知和表格'],
  news: ['新闻信息', '县市报送的新闻、信息、表扬和现场推进会'],
  companies: ['参建单位', '设计、施工、监理等单位的名录'],
  votes: ['征求意见', '两次征求意见的方案、轮次、表决票、复核和回访'],
  notices: ['公示', '清单、方案和结果的公示，异议及其答复'],
  complaints: ['群众投诉和满意度', '投诉和意见建议的登记、交办、答复、并案，各小区满意度调查'],
  tasks: ['待办', '现在要办的事'],
  notifications: ['消息', '与本人工作有关的事：退回、接收、下达、督办、交办'],
  search: ['搜索', '一处查找小区、项目、资料、人员和页面'],
  programme: ['项目年度', '年度、摸底批次和锁定的总量'],
  rulebook: ['规则手册', '政策条款和由此而来的规则'],
  audit: ['操作日志', '谁在什么时候做了什么'],
  drafts: ['草稿', '没有填完的表单'],
  operations: ['运行状况', '数据库、后台任务、磁盘、备份'],
  api: ['接口说明', '本文件'],
};

const reasonSchema: JsonSchema = {
  type: 'object',
  required: ['code', 'message'],
  properties: {
    code: { type: 'string', description: '稳定的代码' },
    message: { type: 'string', description: '给人看的说明' },
    params: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
    clause: { type: 'string', description: '规则手册条款' },
    field: { type: 'string', description: '所指的字段' },
  },
};

const problemSchema: JsonSchema = {
  type: 'object',
  description: 'RFC 9457 problem details',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    code: { type: 'string', description: '稳定的代码，程序据此判断' },
    detail: { type: 'string', description: '给人看的说明，按账号的语言' },
    reasons: { type: 'array', items: { $ref: '#/components/schemas/Reason' }, description: '不能办理的全部原因' },
    conflict: {
      type: 'object',
      description: '版本冲突：别人保存的和您提交的',
      required: ['theirs', 'yours', 'version'],
      properties: { theirs: {}, yours: {}, version: { type: 'integer' } },
    },
    requestId: { type: 'string' },
  },
};

const problem = (description: string): ResponseObject => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

/** Answers that say no, by status. */
export const PROBLEMS: Record<string, ResponseObject> = {
  400: problem('内容填写不符合要求，或含有未知的字段'),
  401: problem('没有登录，或登录已失效；访问令牌不能用时，code 说明原因'),
  403: problem('没有权限、令牌没有所需范围，或请求不是从本系统发出的'),
  404: problem('不存在，或不在管辖范围内'),
  409: problem('与已有数据冲突；版本冲突时附两个版本'),
  413: problem('内容过大'),
  415: problem('内容格式不支持'),
  422: problem('不符合规定，附全部原因'),
  428: problem('缺少 If-Match'),
  429: {
    ...problem('请求过于频繁'),
    headers: { 'Retry-After': { description: '多少秒以后再试', schema: { type: 'string', pattern: '^\\d+$' } } },
  },
  503: problem('数据库暂时无法服务'),
};

const header = (name: string, required: boolean, description: string, schema: JsonSchema): Parameter => ({
  name,
  in: 'header',
  required,
  description,
  schema,
});

export function components(): OpenApiDocument['components'] {
  return {
    schemas: { Problem: problemSchema, Reason: reasonSchema },
    parameters: {
      IdempotencyKey: header('Idempotency-Key', false, '同一个键再次提交只执行一次，答复相同', {
        type: 'string',
        pattern: '^[\\x21-\\x7e]{1,200}$',
      }),
      IfMatch: header('If-Match', true, '所依据的版本，即读取时的 ETag，例如 "7"', {
        type: 'string',
        pattern: '^(W/)?"\\d{1,9}"$',
      }),
    },
    responses: Object.fromEntries(Object.entries(PROBLEMS).map(([status, answer]) => [`Problem${status}`, answer])),
    securitySchemes: {
      session: { type: 'apiKey', in: 'cookie', name: cookieName(), description: '登录后的会话' },
      ownPage: {
        type: 'apiKey',
        in: 'header',
        name: 'x-anju-request',
        description: '写入请求必须带此请求头（任意值），别的网站无法代发',
      },
      token: {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'anju_…',
        description:
          '访问令牌：Authorization: Bearer anju_…。由账号本人在“访问令牌”页建立，按范围和期限授权，只在建立时显示一次。权限不超过账号本身；不与会话 Cookie 同时使用；写入请求不需要 x-anju-request。',
      },
    },
  };
}
