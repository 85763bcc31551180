import { expect, type Page } from '@playwright/test';

export interface Made {
  id: string;
  version: number;
}

/** Asks the API from within the signed-in page, as the product's own forms do. */
export async function send<T extends Made>(
  page: Page,
  method: 'POST' | 'PATCH',
  path: string,
  body: object,
  version?: number,
): Promise<T> {
  const answer = await page.evaluate(
    async ({ method, path, body, version }) => {
      const headers: Record<string, string> = {
        'content-type': 'application/json',
        'x-anju-request': '1',
        'idempotency-key': crypto.randomUUID(),
      };
      if (version !== undefined) headers['if-match'] = `"${version}"`;
      const response = await fetch(`/api/v1${path}`, { method, headers, body: JSON.stringify(body) });
      return { status: response.status, json: await response.json() };
    },
    { method, path, body, version },
  );
  expect(answer.status, JSON.stringify(answer.json)).toBeLessThan(300);
  return answer.json as T;
}

/** A compound with two buildings and one dwelling with its owner, of this run alone. */
export async function makeCompound(page: Page, name: string): Promise<Made> {
  const compound = await send(page, 'POST', '/compounds', { name, yearBuilt: 1990 });
  const building = await send(page, 'POST', '/buildings', { compoundId: compound.id, name: '1栋', storeys: 6 });
  await send(page, 'POST', '/buildings', { compoundId: compound.id, name: '2栋', storeys: 6 });
  const home = await send(page, 'POST', '/households', {
    buildingId: building.id,
    unitNo: '1',
    room: '101',
    exclusiveArea: '88.33',
  });
  await send(page, 'POST', `/households/${home.id}/owners`, { kind: 'person', name: '测试甲', phone: '19900004001' });
  return send(page, 'PATCH', `/compounds/${compound.id}`, { remarks: '入户核对' }, await versionOf(page, compound.id));
}

export async function versionOf(page: Page, compoundId: string): Promise<number> {
  const response = await page.request.get(`/api/v1/compounds/${compoundId}`);
  return ((await response.json()) as Made).version;
}
