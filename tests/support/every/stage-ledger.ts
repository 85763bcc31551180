import * as decideRoute from '@/app/api/v1/funds/payments/[id]/decide/route';
import * as contractsRoute from '@/app/api/v1/projects/[id]/contracts/route';
import * as ledgerRoute from '@/app/api/v1/projects/[id]/ledger/route';
import * as paymentsRoute from '@/app/api/v1/projects/[id]/payments/route';
import type { Handler } from '@/lib/server/define-route';
import { projectAt } from '../stage-project';
import type { CallOptions, World } from '../world';
import type { Caller, Side } from './side';
import { contractBody } from './stage-projects';

interface Makers {
  readonly world: World;
  readonly votes: { colleague: (side: Side) => Promise<Caller> };
  readonly projects: { company: (side: Side) => Promise<{ id: string }> };
  next: () => number;
  post: <T = { id: string }>(who: Caller, route: { POST: Handler }, body: unknown, more?: CallOptions) => Promise<T>;
}

const POT = { source: 'local', kind: 'county', earmark: 'general' };

/** Money of a territory's projects, each time new, by the product's own doors. */
export class LedgerStage {
  constructor(private readonly stage: Makers) {}

  voucher = () => `记-${this.stage.next()}`;

  entry = (movement: string, amount: string) => ({
    ...{ movement, ...POT, amount, entryOn: '2020-03-01', voucherNo: this.voucher() },
  });

  /** In construction, with one contract and a thousand yuan received. */
  funded = async (d: Side) => {
    const project = await projectAt(this.stage.world, 8, 'submit', d);
    const { id } = project;
    const of = { params: { id } };
    const company = await this.stage.projects.company(d);
    const contract = await this.stage.post(d.clerk, contractsRoute, contractBody(company.id, this.voucher()), of);
    await this.stage.post(d.clerk, ledgerRoute, this.entry('allocated', '1000.00'), of);
    const received = await this.stage.post(d.clerk, ledgerRoute, this.entry('received', '600.00'), of);
    return { ...project, contractId: contract.id, entryId: received.id };
  };

  order = (contractId: string) => ({
    ...{ contractId, ...POT, amount: '100.00', items: [{ item: 'C-R07', amount: '100.00' }] },
    ...{ purpose: '进度款', payOn: '2020-04-01', voucherNo: this.voucher() },
  });

  asked = async (d: Side) => {
    const { id, contractId } = await this.funded(d);
    return this.stage.post(d.clerk, paymentsRoute, this.order(contractId), { params: { id } });
  };

  paid = async (d: Side) => {
    const { id } = await this.asked(d);
    const who = await this.stage.votes.colleague(d);
    const more = { params: { id }, headers: { 'if-match': '"1"' } };
    const done = await this.stage.post<{ entryId: string }>(who, decideRoute, { decision: 'approve' }, more);
    return { id: done.entryId };
  };
}
