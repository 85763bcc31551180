import { formatMoney, type Money } from '../../kernel/money';
import type { Measure } from '../../rulebook/schema-scoring';
import type { ProjectFacts, ScoreFacts } from '../facts';
import { projectsOf } from './before';
import { ofProject, type Row, row } from './row';

/** 使用手续规范: every payment names its contract and items and was approved by a second person. */
export const paymentsInOrder = ({ projects }: ScoreFacts): Row[] =>
  projects
    .filter(({ payments }) => payments > 0)
    .map((project) => {
      const { payments: count, paymentsInOrder: found } = project;
      const met = found >= count;
      return row(ofProject(project), { met }, met ? 'score.payments.met' : 'score.payments.unmet', { count, found });
    });

/** 资金使用资料、凭证及台账齐全: every entry has its voucher's number and file. */
export const vouchers = ({ projects }: ScoreFacts): Row[] =>
  projects
    .filter(({ entries }) => entries > 0)
    .map((project) => {
      const { entries: count, entriesWithFile: found } = project;
      const met = found >= count;
      return row(ofProject(project), { met }, met ? 'score.vouchers.met' : 'score.vouchers.unmet', { count, found });
    });

type From = Extract<Measure, { measure: 'moneyReceived' }>['from'];

const sumFrom = ({ received }: ProjectFacts, from: From): Money =>
  received
    .filter(({ source, kind }) => from.some((one) => one.source === source && (one.kind ?? kind) === kind))
    .reduce((sum, { amount }) => sum + BigInt(amount), 0n) as Money;

/** Money of these sources was received by the project. */
export const moneyReceived = (facts: ScoreFacts, { from }: { from: From }): Row[] =>
  projectsOf(facts).map((project) => {
    const sum = sumFrom(project, from);
    const met = sum > 0n;
    const says = met ? 'score.money.met' : 'score.money.unmet';
    return row(ofProject(project), { met }, says, { amount: formatMoney(sum) });
  });
