import { z } from 'zod';
import { moneyText } from '../feasibility/answers';
import { idField } from '../kernel/input';
import { formatMoney, type Money } from '../kernel/money';
import type { FundFigures } from './overview';

export const fundOverviewQuery = z.strictObject({
  year: z.coerce.number().int().min(2000).max(2100).optional().describe('项目年度；不填时为当前年度'),
  county: idField.optional().describe('县市；州级人员不填时为全州'),
});
export type FundOverviewQuery = z.output<typeof fundOverviewQuery>;

export const fundFigures = z.object({
  planned: moneyText.describe('计划：资金筹措计划所列，不含已撤销的项目'),
  allocated: moneyText.describe('下达：下达到项目的和下达到县市待分配的'),
  received: moneyText.describe('到位'),
  paid: moneyText.describe('支付'),
  gap: moneyText.describe('缺口 = 计划 − 下达；负数为超计划下达'),
  pool: moneyText.describe('待分配：下达到县市、尚未分配到项目'),
  outstanding: moneyText.describe('下达未到位 = 下达 − 待分配 − 到位'),
  left: moneyText.describe('结余 = 到位 − 支付'),
});
export type FiguresText = z.infer<typeof fundFigures>;

const moved = z.object({ allocated: moneyText, received: moneyText, paid: moneyText });

export const fundOverviewAnswer = z.object({
  asOf: z.iso.datetime().describe('数据时刻'),
  year: z.int(),
  unit: z.object({
    id: z.uuid(),
    name: z.string(),
    nameEn: z.string().nullable(),
    level: z.enum(['prefecture', 'county']),
  }),
  totals: fundFigures,
  fiscal: fundFigures.describe('财政资金：中央、地方财政和政府债券'),
  sources: z.array(
    fundFigures.extend({
      source: z.string(),
      kinds: z.array(fundFigures.extend({ kind: z.string().describe('没有分类的来源为空') })),
    }),
  ),
  counties: z.array(
    fundFigures.extend({ id: z.uuid(), code: z.string(), name: z.string(), nameEn: z.string().nullable() }),
  ),
  months: z.array(moved.extend({ month: z.string(), soFar: moved.describe('到该月末累计') })),
  flows: z.array(
    z.object({
      source: z.string(),
      item: z.string().describe('改造内容编码；空为工程建设其他费用'),
      paid: moneyText,
    }),
  ),
});
export type FundOverview = z.infer<typeof fundOverviewAnswer>;

/** Fen as the API writes them: yuan with two places, exactly. */
export const movedText = ({ allocated, received, paid }: Record<'allocated' | 'received' | 'paid', Money>) => ({
  allocated: formatMoney(allocated),
  received: formatMoney(received),
  paid: formatMoney(paid),
});

export const figuresText = (of: FundFigures): FiguresText => ({
  planned: formatMoney(of.planned),
  ...movedText(of),
  gap: formatMoney(of.gap),
  pool: formatMoney(of.pool),
  outstanding: formatMoney(of.outstanding),
  left: formatMoney(of.left),
});
