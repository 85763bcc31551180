import * as account from '@/app/api/v1/compounds/[id]/maintenance-fund/account/route';
import * as entries from '@/app/api/v1/compounds/[id]/maintenance-fund/entries/route';
import * as dues from '@/app/api/v1/projects/[id]/contributions/dues/route';
import * as payments from '@/app/api/v1/projects/[id]/contributions/payments/route';
import type { MaintenanceFund } from '@/lib/domain/maintenance/answers';
import type { Recorded } from '@/lib/server/contributions/payments';
import type { Side } from '../../support/every/side';
import type { Stage } from '../../support/every/stage';
import { projectAt } from '../../support/stage-project';
import { insert } from '../../support/world';
import { asClerk, type Make } from './make';

let n = 0;
const no = () => `收${String(++n).padStart(6, '0')}`;

/** Its households raise 1,000.00, as agreed. */
async function agreed(s: Stage, d: Side) {
  const { id, compoundId } = await projectAt(s.world, 4, 'complete', d);
  await insert(s.world.owner, 'agreed_share', {
    ...{ project_id: id, county_id: d.county.id, compound_id: compoundId, no: 1, source: 'residents' },
    ...{ kind: 'selfRaised', item: 'C-I01', amount: 100_000, rule: 'residentShare', clause: 'P四(二)4/比例' },
    ...{ share_rule: 'area', created_by: d.clerkId },
  });
  return { id, compoundId };
}

async function raising(s: Stage, d: Side) {
  const { id, compoundId } = await agreed(s, d);
  await s.post(d.clerk, dues, { compoundId }, { params: { id } });
  const { rows } = await s.world.owner.query<{ id: string }>('SELECT id FROM household WHERE compound_id = $1', [
    compoundId,
  ]);
  return { id, compoundId, householdId: rows[0]?.id ?? '' };
}

const paying = (s: Stage, d: Side, householdId: string) => ({
  ...{ paidOn: '2020-06-01', channel: 'cash', note: s.nameOf(d, '上门收取') },
  items: [{ householdId, amount: '100.00', receiptNo: no() }],
});

async function paid(s: Stage, d: Side) {
  const { id, householdId } = await raising(s, d);
  const made = await s.post<Recorded>(d.clerk, payments, paying(s, d, householdId), { params: { id } });
  return { id, paymentId: made.payments[0]?.id ?? '' };
}

const opening = (s: Stage, d: Side) => ({
  ...{ bank: s.nameOf(d, '农信社'), number: '6217003860001234', openedOn: '2020-03-01' },
});

async function opened(s: Stage, d: Side) {
  const { compoundId: id } = await projectAt(s.world, 4, 'complete', d);
  await s.post(d.clerk, account, opening(s, d), { params: { id } });
  return { id };
}

const deposit = (s: Stage, d: Side) => ({
  ...{ kind: 'deposit', amount: '360.00', entryOn: '2020-05-01', voucherNo: no() },
  ...{ counterparty: s.nameOf(d, '1栋'), note: '缴存' },
});

/** Of residents' contributions and maintenance funds: one example for every operation. */
export const CONTRIBUTION_EXAMPLES: Record<string, Make> = {
  'GET /projects/{id}/contributions': asClerk(async (s, d) => ({ params: { id: (await raising(s, d)).id } })),
  'GET /projects/{id}/contributions/dues': asClerk(async (s, d) => ({ params: { id: (await raising(s, d)).id } })),
  'POST /projects/{id}/contributions/dues': asClerk(async (s, d) => {
    const { id, compoundId } = await agreed(s, d);
    return { params: { id }, body: { compoundId } };
  }),
  'GET /projects/{id}/contributions/households/{householdId}': asClerk(async (s, d) => {
    const { id, householdId } = await raising(s, d);
    return { params: { id, householdId } };
  }),
  'POST /projects/{id}/contributions/payments': asClerk(async (s, d) => {
    const { id, householdId } = await raising(s, d);
    return { params: { id }, body: paying(s, d, householdId) };
  }),
  'GET /projects/{id}/contributions/payments/{paymentId}': asClerk(async (s, d) => ({ params: await paid(s, d) })),
  'POST /projects/{id}/contributions/payments/{paymentId}/reverse': asClerk(async (s, d) => ({
    ...{ params: await paid(s, d), body: { reversedOn: '2020-06-02', reason: '户号登错' } },
  })),
  'GET /projects/{id}/contributions/reminders.xlsx': asClerk(async (s, d) => ({
    params: { id: (await raising(s, d)).id },
  })),
  'POST /projects/{id}/contributions/reminders.xlsx': asClerk(async (s, d) => {
    const { id, compoundId } = await raising(s, d);
    return { params: { id }, body: { compound: compoundId, reason: '上门催缴' } };
  }),
  'GET /compounds/{id}/maintenance-fund': asClerk(async (s, d) => ({ params: await opened(s, d) })),
  'POST /compounds/{id}/maintenance-fund/account': asClerk(async (s, d) => ({
    ...{ params: { id: (await projectAt(s.world, 4, 'complete', d)).compoundId }, body: opening(s, d) },
  })),
  'PATCH /compounds/{id}/maintenance-fund/account': asClerk(async (s, d) => ({
    ...{ params: await opened(s, d), version: 1, body: { bank: s.nameOf(d, '建设银行') } },
  })),
  'POST /compounds/{id}/maintenance-fund/entries': asClerk(async (s, d) => ({
    ...{ params: await opened(s, d), body: deposit(s, d) },
  })),
  'POST /compounds/{id}/maintenance-fund/entries/{entryId}/reverse': asClerk(async (s, d) => {
    const { id } = await opened(s, d);
    const fund = await s.post<MaintenanceFund>(d.clerk, entries, deposit(s, d), { params: { id } });
    return { params: { id, entryId: fund.entries[0]?.id ?? '' }, body: { entryOn: '2020-05-02', reason: '登错' } };
  }),
};
