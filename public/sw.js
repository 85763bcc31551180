// 现场登记 without a network. Keeps the one page /field and what it is made of, which is the same for everybody; no other page, and nothing of the
// API: what people record is the page's own business (lib/client/outbox). docs/decisions/0025-without-a-network.md
const CACHE = 'anju-field-1';
const SHELL = '/field';
/** In the page's own head, so that nobody's sign-in page or fault is kept in its place. */
const SIGN = 'name="anju-field"';
const BESIDE = ['/icon.svg', '/select-arrow.svg', '/field/manifest.webmanifest', '/field/icon-192.png'];
/** On a line that hardly holds, the kept page is better than a white one. */
const PATIENCE_MS = 3_000;

const kept = async (key) => (await caches.open(CACHE)).match(key, { ignoreVary: true, ignoreSearch: key === SHELL });
const parts = (html) => [...new Set([...(html.match(/\/_next\/static\/[\w./~%@-]+\.(?:js|css)/g) ?? []), ...BESIDE])];

/**
 * The page is put last, when all its parts are here, and only then what it no longer needs goes: cut off anywhere, the page that was kept before is
 * whole. Its headers are kept with it: the nonce in it and in its policy are of one answer.
 */
async function keep(response) {
  if (!response.ok || response.redirected) return false;
  const html = await response.clone().text();
  if (!html.includes(SIGN)) return false;
  const cache = await caches.open(CACHE);
  const needed = parts(html);
  for (const part of needed) if (!(await kept(part))) await cache.add(part);
  await cache.put(SHELL, response);
  const all = new Set([SHELL, ...needed].map((path) => new URL(path, location.origin).href));
  for (const request of await cache.keys()) if (!all.has(request.url)) await cache.delete(request);
  return true;
}

/** One after the other: what one keeps the next must not take for left over. */
let last = Promise.resolve();
const keepInTurn = (response) => {
  last = last.then(() => keep(response)).catch(() => false);
  return last;
};

const fetchAndKeep = async () => keepInTurn(await fetch(SHELL, { cache: 'no-store', credentials: 'same-origin' }));

async function install() {
  if (!(await fetchAndKeep())) throw new Error('the page is not whole: the former version stays');
  await self.skipWaiting();
}

async function activate() {
  for (const name of await caches.keys()) if (name.startsWith('anju-') && name !== CACHE) await caches.delete(name);
  await self.clients.claim();
}

/** The newest page where the network gives it in time, else the kept one; what comes late is kept for the next time. */
async function shell(fresh) {
  const page = await kept(SHELL);
  if (!page) return fresh;
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, null));
  const answer = await Promise.race([fresh.catch(() => null), late]);
  return answer?.ok ? answer : page;
}

/** Every other page comes from the network; where there is none, the way leads to the one page that works. */
async function elsewhere(request) {
  try {
    return await fetch(request);
  } catch (error) {
    if (await kept(SHELL)) return Response.redirect(SHELL, 302);
    throw error;
  }
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate' && pathname === SHELL) {
    const fresh = fetch(request);
    event.waitUntil(fresh.then((response) => keepInTurn(response.clone())).catch(() => {}));
    event.respondWith(shell(fresh));
  } else if (request.mode === 'navigate') event.respondWith(elsewhere(request));
  else if (pathname.startsWith('/_next/static/') || BESIDE.includes(pathname))
    event.respondWith(kept(pathname).then((part) => part ?? fetch(request)));
});

/** 'keep': take the page along as it is now. 'ready': is it whole? Both answer true or false. */
self.addEventListener('message', (event) => {
  const [port] = event.ports;
  if (!port) return;
  const isWhole = async () => {
    const page = await kept(SHELL);
    if (!page) return false;
    const all = await Promise.all(parts(await page.text()).map(kept));
    return all.every(Boolean);
  };
  const answer = event.data === 'keep' ? fetchAndKeep().then((done) => done || isWhole(), isWhole) : isWhole();
  event.waitUntil(answer.then((done) => port.postMessage(done)));
});

/** The browser says that there is a network again: pages that are open send what waits. */
self.addEventListener('sync', (event) => {
  const tell = async () => {
    for (const client of await self.clients.matchAll()) client.postMessage('sync');
  };
  if (event.tag === 'anju-field') event.waitUntil(tell());
});
