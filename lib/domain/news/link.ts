/** The longest address that browsers and offices handle without trouble. */
export const LINK_MAX = 500;

const ADDRESS = /^https?:\/\/[^\s<>"]+$/i;

/** An address of the web as it is opened; null for anything else: no file, no script, no name and password before the host. */
export function readLink(text: string): string | null {
  if (text.length > LINK_MAX || !ADDRESS.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && url.username === '' && url.password === '' && url.hostname.includes('.') ? url.href : null;
}

/** Two addresses of one page: with or without s, www., the last stroke and the place on the page. */
export function linkKey(text: string): string | null {
  const link = readLink(text);
  if (link === null) return null;
  const { hostname, port, pathname, search } = new URL(link);
  return `${hostname.replace(/^www\./, '')}${port ? `:${port}` : ''}${pathname.replace(/\/+$/, '')}${search}`;
}

/** Titles are compared without spaces and marks: 《…》 and “…” are written one way here and another there. One of marks alone is what it is. */
export function titleKey(title: string): string {
  const plain = title.normalize('NFKC').toLowerCase().trim();
  return plain.replace(/[\s\p{P}\p{S}]/gu, '') || plain;
}
