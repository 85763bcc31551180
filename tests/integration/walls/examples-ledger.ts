import { asClerk, idOf, type Make } from './make';

/** Of the ledger: one example for every operation. */
export const LEDGER_EXAMPLES: Record<string, Make> = {
  'GET /funds/entries/{id}': asClerk(async (s, d) => ({ params: { id: (await s.ledger.funded(d)).entryId } })),
  'POST /funds/entries/{id}/ask-reversal': asClerk(async (s, d) => ({
    params: idOf(await s.ledger.paid(d)),
    body: { purpose: '付错单位', payOn: '2020-05-01', voucherNo: s.ledger.voucher() },
  })),
  'POST /funds/entries/{id}/reverse': asClerk(async (s, d) => ({
    params: { id: (await s.ledger.funded(d)).entryId },
    body: { entryOn: '2020-05-01', voucherNo: s.ledger.voucher(), note: '记错金额' },
  })),
  'GET /funds/payments': asClerk(async (s, d) => ({
    query: { county: d.county.id, status: 'submitted', project: (await s.ledger.funded(d)).id },
  })),
  // who asked does not decide: somebody else of the office
  'POST /funds/payments/{id}/decide': async (s, d) => ({
    who: await s.votes.colleague(d),
    params: idOf(await s.ledger.asked(d)),
    version: 1,
    body: { decision: 'reject', note: '缺发票' },
  }),
  'POST /funds/payments/{id}/withdraw': asClerk(async (s, d) => ({
    params: idOf(await s.ledger.asked(d)),
    version: 1,
  })),
  'GET /projects/{id}/ledger': asClerk(async (s, d) => ({ params: idOf(await s.ledger.funded(d)) })),
  'POST /projects/{id}/ledger': asClerk(async (s, d) => ({
    params: idOf(await s.ledger.funded(d)),
    body: { ...s.ledger.entry('received', '400.00'), counterparty: '禄丰市财政局', note: '第二批' },
  })),
  'POST /projects/{id}/payments': asClerk(async (s, d) => {
    const { id, contractId } = await s.ledger.funded(d);
    return { params: { id }, body: s.ledger.order(contractId) };
  }),
};
