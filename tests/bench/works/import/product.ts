import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { compoundsOf, homeAt } from './workbook';

/** The county's clerk at the running product. */
export interface Desk {
  url: string;
  cookie: string;
}

interface Batch {
  id: string;
  status: string;
}

const LOOK_MS = 20;
const LONGEST_MS = 15 * 60_000;

async function asked(desk: Desk, path: string, init: RequestInit = {}): Promise<Batch> {
  const headers = { cookie: desk.cookie, origin: desk.url, 'x-anju-request': '1', ...init.headers };
  const response = await fetch(`${desk.url}/api/v1/imports${path}`, { ...init, headers });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
  return JSON.parse(text) as Batch;
}

async function until(desk: Desk, id: string, status: string): Promise<void> {
  for (const end = performance.now() + LONGEST_MS; performance.now() < end; await sleep(LOOK_MS)) {
    const batch = await asked(desk, `/${id}`);
    if (batch.status === status) return;
    if (['failed', 'refused'].includes(batch.status)) throw new Error(`the import is ${batch.status}`);
  }
  throw new Error(`the import is not ${status}`);
}

/** From the first byte sent until all is applied, as a clerk sees it; what the person ponders between is none of it. Seconds. */
export async function importWorkbook(desk: Desk, file: string): Promise<{ read: number; applied: number }> {
  const body = new Uint8Array(await readFile(file));
  const began = performance.now();
  const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent('摸底表.xlsx') };
  const { id } = await asked(desk, '', { method: 'POST', body, headers });
  await until(desk, id, 'previewed');
  const previewed = performance.now();
  await asked(desk, `/${id}/confirm`, { method: 'POST' });
  await until(desk, id, 'applied');
  return { read: (previewed - began) / 1000, applied: (performance.now() - previewed) / 1000 };
}

const FOUND = `SELECT count(DISTINCT c.id)::int AS compounds, count(DISTINCT h.id)::int AS homes, sum(h.exclusive_area)::int AS area,
    count(ho.owner_id)::int AS owned, (SELECT sum(t.registered_households)::int FROM compound_total t JOIN compound k ON k.id = t.compound_id
      WHERE k.name LIKE $1) AS summed
  FROM compound c JOIN household h ON h.compound_id = c.id LEFT JOIN household_owner ho ON ho.household_id = h.id WHERE c.name LIKE $1`;

/** Throws unless every dwelling is there with its area and its owner, and the kept totals know them. */
export async function checkImported(db: pg.Client, label: string, rows: number): Promise<void> {
  const area = Array.from({ length: rows }, (_, n) => homeAt(label, n).area).reduce((all, one) => all + one, 0);
  const { rows: found } = await db.query(FOUND, [`${label}%`]);
  assert.deepEqual(found[0], { compounds: compoundsOf(rows), homes: rows, area, owned: rows, summed: rows });
}
