// The residents' address (ANJU_PUBLIC_URL): pages of app/(public), what they are made of, and nothing else of the house.
// docs/decisions/0017-https-in-the-office-and-the-residents-address.md says why it has a port of its own.
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './paths.mjs';
import { readRoutes, routeOf, UNKNOWN } from './route-patterns.mjs';

/** The page of app/(public) that stands at '/' there; at the office's '/' stands 待办. */
const FRONT_PAGE = '/residents';
/** Told to the pages; what a client writes there is thrown away. */
export const PUBLIC_HEADER = 'x-anju-public';
/** Language and type size: nobody's own. */
const LOOKS = /^\s*anju-(?:locale|large-type)=/;

/** What public/ holds for the office alone: 上门登记, its worker and what it looks like on a home screen. */
const OFFICE_FILES = /^\/(?:sw\.js$|field(?:\/|$))/;

const filesIn = (folder) =>
  fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true }).map((name) => `/${name}`) : [];

/** What is open to residents, read from the folders themselves: a page that is put into app/(public) is there by that. */
export function readOpen(root = ROOT) {
  const icons = filesIn(path.join(root, 'app')).filter((name) => /^\/(?:icon|apple-icon|favicon)\.\w+$/.test(name));
  return {
    tree: readRoutes(root, 'app/(public)'),
    files: new Set([...filesIn(path.join(root, 'public')).filter((name) => !OFFICE_FILES.test(name)), ...icons]),
  };
}

/** The target to hand to Next, or null where there is nothing for residents. */
export function openTarget({ tree, files }, target) {
  const end = target.search(/[?#]/);
  const at = end < 0 ? target : target.slice(0, end);
  // '/notices/../login', '%2e%2e' and '//' would be another page to whoever puts them right
  if (at.includes('//') || new URL(at, 'http://anju.invalid').pathname !== at) return null;
  if (at === '/') return `${FRONT_PAGE}${target.slice(1)}`;
  if (at.startsWith('/_next/')) return at.startsWith('/_next/static/') ? target : null;
  return files.has(at) || routeOf(tree, at) !== UNKNOWN ? target : null;
}

/** The host that a request says it wants, also as our own proxy says it (without trust that header is gone by now). */
const hostsOf = ({ headers }) =>
  [headers.host, ...[headers['x-forwarded-host']].flat()]
    .flatMap((text) => text?.split(',') ?? [])
    .map((host) => host.trim().toLowerCase());

/** Asked of the office's port: either header is enough, so that lying can only close doors. */
export const isForResidents = (req, publicHost) => publicHost !== null && hostsOf(req).includes(publicHost);

/** A resident's request carries no session and no token, and comes to one host, whatever it said. */
export function strip(req, publicHost) {
  const { headers } = req;
  const looks = (headers.cookie ?? '').split(';').filter((pair) => LOOKS.test(pair));
  headers.cookie = looks.join(';').trim();
  if (!headers.cookie) delete headers.cookie;
  delete headers.authorization;
  headers.host = publicHost;
  headers['x-forwarded-host'] = publicHost;
  headers[PUBLIC_HEADER] = '1';
}

/** No answer to a resident sets a cookie; the look is kept by the page itself. */
export function neverSetCookies(res) {
  const { writeHead } = res;
  res.writeHead = function withoutCookies(...args) {
    if (!res.headersSent) res.removeHeader('set-cookie');
    return writeHead.apply(this, args);
  };
}

/** For search engines: the office's address is not theirs. */
export function answerRobots(res, open) {
  res.setHeader('content-type', 'text/plain; charset=utf-8');
  res.setHeader('cache-control', 'public, max-age=3600');
  res.end(`User-agent: *\n${open ? 'Allow' : 'Disallow'}: /\n`);
}
