import { expect, type Page } from '@playwright/test';
import pg from 'pg';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import type { CallBackRow } from '@/lib/domain/votes/answers';
import type { Persona } from '../../support/personas';
import { PERSONAS } from '../../support/personas';
import { homesOf, uploadPhoto } from './field';
import { said, send } from './office';

interface Made {
  id: string;
  version: number;
}
export type Desk = (person?: Persona) => Promise<Page>;

/** Today, as the database's clock has it: the story moves it. */
export async function dayOf(page: Page): Promise<string> {
  const { asOf } = await send<{ asOf: string }>(page, 'GET', '/tasks');
  return new Date(Date.parse(asOf) + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** Its papers and votes have their own journeys: here it builds. */
export async function building(projectId: string): Promise<void> {
  const owner = new pg.Client({ connectionString: process.env.ANJU_E2E_OWNER_URL });
  await owner.connect();
  try {
    await owner.query('UPDATE project SET stage = 8 WHERE id = $1', [projectId]);
    await owner.query(
      `UPDATE project_stage SET status = 'completed', step = NULL, accepted_at = anju_now() WHERE project_id = $1 AND stage < 8`,
      [projectId],
    );
    await owner.query(
      `UPDATE project_stage SET status = 'current', step = 'submit' WHERE project_id = $1 AND stage = 8`,
      [projectId],
    );
  } finally {
    await owner.end();
  }
}

export async function uploadPaper(page: Page, words: string): Promise<string> {
  const answer = await page.request.post('/api/v1/files?purpose=document', {
    data: Buffer.from(`%PDF-1.4\n% ${words} ${Date.now()}\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n`),
    headers: {
      'x-anju-request': '1',
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(`${words}.pdf`),
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

/** Files papers of these kinds, numbered where the rule book wants a number. */
export async function filePapers(page: Page, projectId: string, kinds: readonly string[]): Promise<void> {
  const issuedOn = await dayOf(page);
  for (const kind of kinds) {
    const rule = chuxiong2020.workflow?.papers.find(({ code }) => code === kind);
    if (!rule) throw new Error(`no paper ${kind}`);
    const fileId = await uploadPaper(page, rule.name);
    const numbered = rule.numbered
      ? { documentNo: `禄建〔${issuedOn.slice(0, 4)}〕${kind}号`, issuedOn, issuer: '禄丰市' }
      : {};
    await send(page, 'POST', `/projects/${projectId}/papers`, { kind, fileId, ...numbered });
  }
}

/** A vote in which everybody agrees, up to its published result: community, town and photo as the rules ask. */
export async function voteToResult(desk: Desk, round: Made): Promise<string> {
  const officer = await desk(PERSONAS.lufengCommunity);
  const town = await desk(PERSONAS.lufengTown);
  const at = async () => (await send<Made>(officer, 'GET', `/rounds/${round.id}`)).version;
  await send(officer, 'POST', `/rounds/${round.id}/open`, undefined, round.version);
  const ballots = (await homesOf(officer, round.id)).map(({ id }) => ({
    householdId: id,
    choice: 'agree',
    channel: 'door',
  }));
  await send(officer, 'POST', `/rounds/${round.id}/ballots`, { source: 'many', ballots });
  const checks = (await homesOf(officer, round.id)).map(({ ballotId }) => ({ ballotId, verdict: 'right' }));
  await send(town, 'POST', `/rounds/${round.id}/checks`, { checks });
  await send(officer, 'POST', `/rounds/${round.id}/close`, undefined, await at());
  const { items } = await send<{ items: CallBackRow[] }>(town, 'GET', `/rounds/${round.id}/call-backs`);
  for (const { householdId } of items)
    await send(town, 'PUT', `/rounds/${round.id}/call-backs/${householdId}`, { outcome: 'confirmed' }, 1);
  return publish(officer, { kind: 'result', roundId: round.id });
}

/** Published and photographed where it hangs. */
export async function publish(page: Page, notice: object): Promise<string> {
  const { id, version } = await send<Made>(page, 'POST', '/notices', notice);
  await send(page, 'POST', `/notices/${id}/publish`, undefined, version);
  await send(page, 'POST', `/notices/${id}/photos`, { fileId: await uploadPhoto(page, id), place: '小区大门' });
  return id;
}

export async function completeNotice(page: Page, id: string): Promise<void> {
  const { version } = await send<Made>(page, 'GET', `/notices/${id}`);
  await send(page, 'POST', `/notices/${id}/complete`, undefined, version);
}

export async function certify(page: Page, roundId: string): Promise<void> {
  const { version } = await send<Made>(page, 'GET', `/rounds/${roundId}`);
  await send(page, 'POST', `/rounds/${roundId}/certify`, undefined, version);
}

/**
 * A plan in which the road and each roof are done, one thing is improved at the residents' cost of a tenth, and all else cannot be;
 * `more`: what is done beside it or in another way, by item.
 */
export async function writePlan(
  page: Page,
  compoundId: string,
  more: Readonly<Record<string, object>> = {},
): Promise<void> {
  const plan = await send<Made>(page, 'POST', '/plans', { compoundId });
  const { items: buildings } = await send<{ items: { id: string }[] }>(
    page,
    'GET',
    `/compounds/${compoundId}/buildings`,
  );
  const done = { answer: 'todo', quantity: '100.00', unit: '㎡' };
  const cellOf = (item: (typeof chuxiong2020.menu)[number], buildingId: string | null) => {
    const base = { buildingId, item: item.code };
    const told = more[item.code];
    if (told) return { ...base, ...done, ...told };
    if (item.code === 'C-R07') return { ...base, ...done, unitCost: '1000.00', payer: 'central' };
    if (item.code === 'B-R01') return { ...base, ...done, unitCost: '100.00', payer: 'central' };
    if (item.code === 'C-I06') return { ...base, ...done, unitCost: '100.00', payer: 'residents', residentPercent: 10 };
    return item.necessity === 'required'
      ? { ...base, answer: 'impossible', reason: '现场条件不具备' }
      : { ...base, answer: 'none' };
  };
  const cells = chuxiong2020.menu.flatMap((item) =>
    item.scope === 'compound' ? [cellOf(item, null)] : buildings.map(({ id }) => cellOf(item, id)),
  );
  await send(page, 'POST', `/plans/${plan.id}/cells`, { cells }, plan.version);
  const { version } = await send<Made>(page, 'GET', `/plans/${plan.id}`);
  await send(page, 'POST', `/plans/${plan.id}/finalize`, undefined, version);
}

/** On the page of the stages: what it says is missing now. */
export async function lacking(page: Page, projectId: string, sentence: string | RegExp): Promise<void> {
  await page.goto(`/projects/${projectId}/stages`);
  await expect(page.locator('#next').getByText(sentence).first()).toBeVisible();
}

/** Takes the step that is next, with the button that says what it does. */
export async function take(page: Page, projectId: string, step: string): Promise<void> {
  await page.goto(`/projects/${projectId}/stages`);
  await page.locator('#next').getByRole('button', { name: step, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: step, exact: true }).click();
  await said(page, '已办理');
}
