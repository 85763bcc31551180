const PREFIX = 'anju-field-half-';

/**
 * What is being typed, kept in this tab: a phone that opens the camera may close the page behind it. It goes with the tab, with
 * saving, and with signing out.
 */
export function readHalf<T>(key: string): T | null {
  try {
    const text = sessionStorage.getItem(PREFIX + key);
    return text ? (JSON.parse(text) as T) : null;
  } catch {
    return null;
  }
}

export function keepHalf(key: string, values: unknown): void {
  try {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(values));
  } catch {
    // then it lives as long as the page
  }
}

export function dropHalf(key: string): void {
  try {
    sessionStorage.removeItem(PREFIX + key);
  } catch {
    // as above
  }
}

export function dropAllHalves(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  } catch {
    // as above
  }
}
