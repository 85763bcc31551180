import { randomUUID } from 'node:crypto';
import * as apply from '@/app/api/v1/funds/imports/[id]/apply/route';
import * as cancel from '@/app/api/v1/funds/imports/[id]/cancel/route';
import * as decisions from '@/app/api/v1/funds/imports/[id]/decisions/route';
import * as one from '@/app/api/v1/funds/imports/[id]/route';
import * as all from '@/app/api/v1/funds/imports/route';
import type { StatementView } from '@/lib/domain/funds/imports/answers';
import type { Json } from '@/tests/support/asking';
import { type ProjectMade, planRow, projectRow } from '@/tests/support/project-rows';
import { type Cells, workbookOf } from '@/tests/support/sheets';
import { insert, type Person, type World } from '@/tests/support/world';

export const BANK_HEAD: Cells = ['交易日期', '摘要', '收入', '支出', '余额', '对方户名', '对方账号', '流水号'];
export const LEDGER_HEAD: Cells = [
  ...[
    '项目编号',
    '项目名称',
    '类型',
    '资金来源',
    '类别',
    '用途',
    '金额（元）',
    '日期',
    '凭证号',
    '合同编号',
    '改造内容',
    '对方单位',
    '摘要',
  ],
];

export interface Funded extends ProjectMade {
  name: string;
  contractId: string;
  contractNo: string;
  company: string;
}

/** A project whose approvals are filed, with a plan, a contract of 1,000 yuan, and money allocated and received. */
export async function funded(
  world: World,
  { allocated = 100_000n, received = 0n, county = 'lufeng' as 'lufeng' | 'shuangbai' } = {},
): Promise<Funded> {
  const project = await projectRow(world, { county, stage: 6, contractSum: 1_000_00 });
  const [compound] = project.compounds;
  if (compound && county === 'lufeng')
    await planRow(world, project, compound.id, [
      ['B-R01', compound.buildings[0] ?? null],
      ['C-R07', null],
    ]);
  const { rows } = await world.owner.query<{ id: string; no: string; company: string; name: string }>(
    'SELECT k.id, k.no, o.name AS company, p.name FROM contract k JOIN company o ON o.id = k.company_id JOIN project p ON p.id = k.project_id WHERE p.id = $1',
    [project.id],
  );
  const entry = (kind: string, amount: bigint) =>
    insert(world.owner, 'ledger_entry', {
      ...{
        project_id: project.id,
        county_id: project.countyId,
        programme_year_id: null,
        kind,
        source: 'central',
        earmark: 'general',
      },
      ...{
        amount: String(amount),
        entry_on: '2020-03-01',
        voucher_no: `旧-${randomUUID().slice(0, 8)}`,
        counterparty: '禄丰市财政局',
      },
      created_by: world.actors.lufengFinance.accountId,
    });
  if (allocated > 0n) await entry('allocated', allocated);
  if (received > 0n) await entry('received', received);
  const [made] = rows;
  if (!made) throw new Error('no contract');
  return { ...project, name: made.name, contractId: made.id, contractNo: made.no, company: made.company };
}

export const bankBook = (rows: Cells[]): Promise<Buffer> =>
  workbookOf({ 流水: [['账号：532100001234', '企业活期'], BANK_HEAD, ...rows] });
export const ledgerBook = (rows: Cells[]): Promise<Buffer> => workbookOf({ 资金台账: [LEDGER_HEAD, ...rows] });

/** What an officer of finance does with a file, step by step. */
export function officeOf(world: World, as: Person = 'lufengFinance') {
  const matched = (version: number) => ({ 'if-match': `"${version}"` });
  const view = async (id: string) =>
    (await world.call(one.GET, { as, params: { id } })).json as unknown as StatementView;
  return {
    view,
    send: async (bytes: Uint8Array, name = '流水.xlsx') => {
      const answer = await world.call(all.POST, {
        ...{ as, method: 'POST' as const, path: '/api/v1/funds/imports', rawBody: Buffer.from(bytes) },
        headers: { 'x-file-name': encodeURIComponent(name), 'content-type': 'application/octet-stream' },
      });
      return { status: answer.status, json: answer.json as Json };
    },
    async upload(bytes: Uint8Array, name?: string) {
      const { status, json } = await this.send(bytes, name);
      if (status !== 201) throw new Error(JSON.stringify(json));
      return view(json.id);
    },
    decide: async ({ id, version }: { id: string; version: number }, said: object[]) => {
      const headers = matched(version);
      const answer = await world.call(decisions.PATCH, {
        as,
        method: 'PATCH',
        params: { id },
        headers,
        body: { decisions: said },
      });
      return { status: answer.status, json: answer.json as Json, ok: answer.status === 200 };
    },
    apply: async ({ id, version }: { id: string; version: number }) => {
      const answer = await world.call(apply.POST, { as, method: 'POST', params: { id }, headers: matched(version) });
      return { status: answer.status, json: answer.json as Json };
    },
    cancel: async ({ id, version }: { id: string; version: number }) => {
      const answer = await world.call(cancel.POST, { as, method: 'POST', params: { id }, headers: matched(version) });
      return { status: answer.status, json: answer.json as Json };
    },
  };
}

export const codesOf = (json: Json): string[] => (json.reasons ?? []).map(({ code }: Json) => code);

/** What is found is accepted as it was proposed. */
export const accepted = ({ rows }: StatementView): object[] =>
  rows.flatMap(({ id, match: { chosen } }): object[] => {
    if (!chosen) return [];
    const { target } = chosen;
    if (target.type === 'entry') return [{ lineId: id, decision: 'entry', entryId: target.id }];
    if (target.type === 'order') return [{ lineId: id, decision: 'order', orderId: target.id }];
    if (target.type !== 'receipt') return [];
    const { projectId, source, kind, earmark } = target;
    return [{ lineId: id, decision: 'receipt', projectId, source, kind, earmark }];
  });

export async function entriesOf({ owner }: World, projectId: string) {
  const { rows } = await owner.query<{
    id: string;
    kind: string;
    amount: string;
    entry_on: string;
    voucher_no: string;
    counterparty: string;
  }>(
    'SELECT id, kind, amount, entry_on::text, voucher_no, counterparty FROM ledger_entry WHERE project_id = $1 ORDER BY created_at, id',
    [projectId],
  );
  return rows;
}

/** Serial numbers of a bank or of vouchers that were not used before. */
export function freshNumbers(letter: string): () => string {
  let serial = 0;
  return () => `${letter}${String(++serial).padStart(5, '0')}`;
}

/** What is asked to be paid of a project, in the order of asking. */
export async function ordersOf({ owner }: World, projectId: string) {
  const { rows } = await owner.query(
    `SELECT id, status, amount, items, voucher_no AS no, payee, pay_on::text AS day, contract_id AS contract, version FROM payment_order
     WHERE project_id = $1 ORDER BY created_at, id`,
    [projectId],
  );
  return rows;
}

/** A line that is what a project receives from the centre. */
export const receipt = (row: { id: string }, { id }: Funded, more: object = {}) => ({
  ...{ lineId: row.id, decision: 'receipt', projectId: id, source: 'central' },
  ...more,
});
