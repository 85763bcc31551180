import type { Called } from '../world';
import type { Change, Example } from './request';
import { isId, NOBODYS_ID, placesIn, valueAt, withAt } from './strange';

/** Differences between two answers that a person could tell foreign from nowhere by. */
export function toldApart(foreign: Called, nowhere: Called, foreignIds: string[]): string | null {
  const bare = (answer: Called) => {
    const text = JSON.stringify({ status: answer.status, json: answer.json ?? null });
    const anonymous = [...foreignIds, NOBODYS_ID].reduce((all, id) => all.replaceAll(id, 'ID'), text);
    return anonymous.replace(/"asOf":"[^"]*"/g, '"asOf":""');
  };
  return bare(foreign) === bare(nowhere) ? null : `${bare(foreign).slice(0, 300)} ≠ ${bare(nowhere).slice(0, 300)}`;
}

export interface Swap {
  what: string;
  foreign: Change;
  nowhere: Change;
  ids: string[];
  mayAnswer: boolean;
}

/** Every id in a request, replaced by the one that stands in the same place of another territory's request. */
export function swaps(example: Example, other: Example): Swap[] {
  const found: Swap[] = [];
  for (const [key, id] of Object.entries(example.params ?? {})) {
    const theirs = other.params?.[key];
    // a month is everybody's: it names nothing that lies somewhere
    if (theirs === undefined || theirs === id || /^\d{4}-\d{2}$/.test(id)) continue;
    const put = (value: string): Change => ({ params: { ...example.params, [key]: value } });
    const nowhere = isId(id) ? NOBODYS_ID : '999999999999';
    found.push({ what: key, foreign: put(theirs), nowhere: put(nowhere), ids: [theirs, nowhere], mayAnswer: false });
  }
  for (const path of placesIn(example.body)) {
    const [mine, theirs] = [valueAt(example.body, path), valueAt(other.body, path)];
    if (!isId(mine) || !isId(theirs) || mine === theirs) continue;
    const put = (value: string): Change => ({ body: withAt(example.body, path, value) });
    found.push({
      what: path.join('.'),
      foreign: put(theirs),
      nowhere: put(NOBODYS_ID),
      ids: [theirs],
      mayAnswer: false,
    });
  }
  for (const [key, mine] of Object.entries(example.query ?? {})) {
    const theirs = other.query?.[key];
    if (!isId(mine) || !isId(theirs) || mine === theirs) continue;
    const put = (value: string): Change => ({
      query: new URLSearchParams({ ...example.query, [key]: value }).toString(),
    });
    found.push({ what: `?${key}`, foreign: put(theirs), nowhere: put(NOBODYS_ID), ids: [theirs], mayAnswer: true });
  }
  return found;
}
