/** How much waits, for the frame of every page: a line of text, so that no page has to open a database for it. */
const KEY = 'anju-field-waiting';
const CHANGED = 'anju-field-waiting';

export interface Mark {
  accountId: string;
  waiting: number;
}

/** null where nobody has taken anything along on this device. */
export function readMark(): Mark | null {
  try {
    const [accountId, waiting] = (localStorage.getItem(KEY) ?? '').split(' ');
    return accountId ? { accountId, waiting: Number(waiting) || 0 } : null;
  } catch {
    return null; // storage is closed to pages here
  }
}

export function writeMark({ accountId, waiting }: Mark): void {
  try {
    localStorage.setItem(KEY, `${accountId} ${waiting}`);
  } catch {
    // the mark alone is missing then
  }
  dispatchEvent(new Event(CHANGED));
}

export function forgetWaiting(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // as above
  }
  dispatchEvent(new Event(CHANGED));
}

/** Told of changes in this tab and in others. */
export function watchMark(tell: () => void): () => void {
  addEventListener(CHANGED, tell);
  addEventListener('storage', tell);
  return () => {
    removeEventListener(CHANGED, tell);
    removeEventListener('storage', tell);
  };
}

const ASK_FIRST = 'anju-field-ask-first';

/** Somebody signed in on this device: before the server has said who it is, nothing of the store is shown. */
export function askFirst(ask: boolean): void {
  try {
    if (ask) localStorage.setItem(ASK_FIRST, '1');
    else localStorage.removeItem(ASK_FIRST);
  } catch {
    // no storage, no store
  }
}

export function mustAskFirst(): boolean {
  try {
    return localStorage.getItem(ASK_FIRST) === '1';
  } catch {
    return true;
  }
}
