import type { Label } from '../kernel/label';
import { type AccountClass, FEES, type Movement, type OrderState } from './types';

export const MOVEMENT_LABELS: Record<Movement, Label> = {
  allocated: { zh: '下达', en: 'Allocated' },
  assigned: { zh: '分配到项目', en: 'Assigned' },
  received: { zh: '到位', en: 'Received' },
  paid: { zh: '支付', en: 'Paid' },
  reversed: { zh: '冲销', en: 'Reversed' },
};

/** Names of the accounts, as they stand in the debits and credits of an entry. */
export const CLASS_LABELS: Record<AccountClass, Label> = {
  grant: { zh: '资金来源', en: 'Source of the money' },
  pool: { zh: '县市待分配', en: "County's pool" },
  receivable: { zh: '下达未到位', en: 'Allocated, not received' },
  cash: { zh: '到位结余', en: 'Received, not paid' },
  spent: { zh: '已支付', en: 'Paid' },
};

export const ORDER_LABELS: Record<OrderState, Label> = {
  submitted: { zh: '待审核', en: 'Waiting' },
  approved: { zh: '已同意', en: 'Approved' },
  rejected: { zh: '已退回', en: 'Rejected' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
};

const FEES_LABEL: Label = { zh: '工程建设其他费用（设计、监理、审计等）', en: 'Fees: design, supervision, audit' };

/** What is paid for: an item of the menu, or fees. */
export function itemLabel(menu: readonly { code: string; name: string; nameEn: string }[], item: string): Label {
  if (item === FEES) return FEES_LABEL;
  const found = menu.find(({ code }) => code === item);
  return { zh: found?.name ?? item, en: found?.nameEn ?? item };
}
