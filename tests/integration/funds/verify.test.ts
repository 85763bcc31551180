import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sealAudit } from '@/lib/server/audit/seal';
import { verifyDatabase } from '@/lib/server/audit/verify/verify';
import { type MoneyProject, moneyProject } from '../../support/money';
import { ledger as moneyOf } from '../../support/rows-of-ledger';
import { tampered } from '../../support/tampering';
import { makeWorld, type World } from '../../support/world';

let world: World;
let project: MoneyProject;
beforeAll(async () => {
  world = await makeWorld();
  project = await moneyProject(world);
  const { rows } = await world.owner.query('SELECT programme_year_id AS year FROM project WHERE id = $1', [project.id]);
  await moneyOf(world.owner, {
    ...{ prefectureId: world.prefectureId, countyId: project.countyId, year: rows[0]?.year, project: project.id },
    ...{ code: '532302', account: world.actors.lufengClerk.accountId },
  });
  await sealAudit();
});
afterAll(() => world.end());

const problems = async () => (await verifyDatabase(world.database.verifierUrl)).problems;
const finds = (table: string, sql: string, kind: string, detail: unknown) =>
  tampered(world.database.adminUrl, table, sql, async () =>
    expect((await problems()).filter((one) => one.kind === kind)).toContainEqual({ kind, detail }),
  );

describe('the books, added up again from outside', () => {
  test('are whole', async () => expect(await problems()).toEqual([]));

  test.each([
    [
      'a balance',
      'ledger_account',
      `UPDATE ledger_account SET balance = balance + 1 WHERE class = 'cash'`,
      'ledger_balance',
      /./,
    ],
    [
      'a debit',
      'ledger_line',
      `UPDATE ledger_line SET amount = amount - 1 WHERE side = 'debit' AND item IS NOT NULL`,
      'ledger_lines',
      '532302-paid',
    ],
    [
      'the account of a credit',
      'ledger_line',
      `UPDATE ledger_line SET account_id = (SELECT id FROM ledger_account WHERE class = 'spent') WHERE side = 'credit'`,
      'ledger_lines',
      '532302-paid',
    ],
    [
      'the sum of an entry',
      'ledger_entry',
      `UPDATE ledger_entry SET amount = 99 WHERE kind = 'received'`,
      'ledger_lines',
      '532302-received',
    ],
    ['an entry with its lines', 'ledger_entry', `DELETE FROM ledger_entry WHERE kind = 'paid'`, 'ledger_lines', /./],
    [
      'the lines of an entry',
      'ledger_line',
      `DELETE FROM ledger_line WHERE item IS NOT NULL`,
      'ledger_lines',
      '532302-paid',
    ],
    [
      'a sum of a month',
      'ledger_total',
      `UPDATE ledger_total SET amount = amount + 1 WHERE measure = 'paid'`,
      'ledger_sums',
      /^ledger_total .* paid 2020-03-01/,
    ],
    ['what an item was paid', 'fund_flow', 'UPDATE fund_flow SET paid = 0', 'ledger_sums', /^fund_flow .* C-R07$/],
    [
      'what a contract was paid',
      'contract_paid',
      'UPDATE contract_paid SET paid = 0',
      'ledger_sums',
      /^contract_paid /,
    ],
    [
      'what a project lacks of its plan',
      'project_gap',
      'UPDATE project_gap SET gap = gap + 1',
      'ledger_sums',
      /^project_gap /,
    ],
  ])('altering %s is found', (_, table, sql, kind, detail) =>
    finds(table, sql, kind, typeof detail === 'string' ? detail : expect.stringMatching(detail)),
  );

  test('one person alone for a payment is found', () =>
    tampered(
      world.database.adminUrl,
      'ledger_entry',
      `ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_second_person; UPDATE ledger_entry SET approved_by = created_by WHERE kind = 'paid'`,
      async () => expect(await problems()).toContainEqual({ kind: 'ledger_persons', detail: '532302-paid' }),
    ));
});
