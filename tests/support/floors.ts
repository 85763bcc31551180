/**
 * Oldest versions without a published hole, each with what was wrong before it. Raised by hand: an audit service is not
 * always in reach. Where several lines of versions are mended side by side, each has its own floor.
 */
export const FLOORS: Record<string, [floors: string[], why: string]> = {
  next: [
    ['16.4.5'],
    'GHSA-2xp9-vwfh-vxw4, GHSA-p293-qw3h-jr36: code run by strangers before 16.3.3; 16.4.5 is our pin',
  ],
  'next-auth': [['4.24.15'], 'GHSA-7rqj-j65f-68wh: an address that becomes another one'],
  react: [['19.3.1'], 'CVE-2026-23870 before 19.2.6; our pin'],
  'react-dom': [['19.3.1'], 'as react'],
  sharp: [['0.35.4'], 'GHSA-f88m-g3jw-g9cj, libheif: holes of the image libraries within'],
  pg: [['8.23.1'], 'our pin'],
  prisma: [['7.10.0'], 'our pin'],
  '@prisma/client': [['7.10.0'], 'our pin'],
  zod: [['4.6.7'], 'our pin'],
  uuid: [['11.1.1'], 'GHSA-w5hq-g745-h8pq: writes past the end of a buffer'],
  yauzl: [['3.2.1'], 'CVE-2026-31988: a crafted file ends the process'],
  jose: [['4.15.5'], 'CVE-2024-28176: a compressed token takes all memory'],
  cookie: [['0.7.0'], 'CVE-2024-47764: a name that writes other attributes'],
  preact: [['10.28.2'], 'CVE-2026-22028: HTML out of JSON'],
  postcss: [['8.5.23'], 'CVE-2026-45623, CVE-2026-69153: reads files, takes all processor time'],
  nanoid: [['3.3.18', '5.1.16'], 'CVE-2026-67213: does not end'],
  lodash: [['4.18.1'], 'CVE-2026-4800: runs code out of a template'],
  minimatch: [['3.1.4', '5.1.8'], 'CVE-2026-27903, CVE-2026-27904: does not end'],
  'brace-expansion': [['1.1.18', '2.1.4', '5.0.9'], 'GHSA-rgw5-rvv9-x895: takes all memory'],
  picomatch: [['2.3.2', '4.0.4'], 'CVE-2026-33671, CVE-2026-33672: does not end'],
  'fast-uri': [['3.1.6'], 'GHSA-v2hh-gcrm-f6hx and six more: another host than was checked'],
  ajv: [['8.18.0'], 'CVE-2025-69873: does not end'],
  semver: [['7.5.2'], 'CVE-2022-25883: does not end'],
  'cross-spawn': [['7.0.5'], 'CVE-2024-21538: does not end'],
  'form-data': [['4.0.4'], 'CVE-2025-7783: a boundary that can be guessed'],
  defu: [['6.1.5'], 'CVE-2026-35209: changes every object'],
  effect: [['3.20.0'], 'CVE-2026-32887: one request sees the context of another'],
  tmp: [['0.2.7'], 'CVE-2026-44705: writes outside of its folder'],
  jszip: [['3.8.0'], 'CVE-2022-48285: writes outside of its folder'],
  unzipper: [['0.8.13'], 'CVE-2018-1002203: writes outside of its folder'],
  fstream: [['1.0.12'], 'CVE-2019-13173: overwrites files'],
  minimist: [['1.2.6'], 'CVE-2021-44906: changes every object'],
  async: [['3.2.2'], 'CVE-2021-43138: changes every object'],
  immer: [['9.0.6'], 'CVE-2021-23436: changes every object'],
  json5: [['2.2.2'], 'CVE-2022-46175: changes every object'],
  'ansi-regex': [['5.0.1', '6.0.1'], 'CVE-2021-3807: does not end'],
  'd3-color': [['3.1.0'], 'GHSA-36jr-mh4h-2g58: does not end'],
  bl: [['4.0.3'], 'CVE-2020-8244: shows foreign memory'],
  'tar-stream': [['2.2.0', '3.1.0'], 'no hole is known; those that were tried'],
  ws: [['8.17.1'], 'CVE-2024-37890: a request ends the process'],
  undici: [['6.24.0', '7.24.0'], 'CVE-2026-1526 and others: takes all memory'],
  'js-yaml': [['3.14.2', '4.1.1'], 'CVE-2025-64718: changes every object'],
  braces: [['3.0.3'], 'CVE-2024-4068: takes all memory'],
  micromatch: [['4.0.8'], 'CVE-2024-4067: does not end'],
  'path-to-regexp': [['0.1.12', '6.3.0', '8.4.0'], 'CVE-2024-45296, CVE-2024-52798: does not end'],
  'smol-toml': [['1.6.1'], 'deep nesting ends the process'],
  'deepmerge-ts': [['8.0.0'], 'GHSA-ggr8-5vv4-36mx: exhausts the stack'],
  mysql2: [['3.23.1'], 'GHSA-3f6p-5ww8-9rcr, GHSA-rgwj-5xj2-c3m3'],
  vite: [['8.1.4'], 'GHSA-fx2h-pf6j-xcff: reads files beside those it serves'],
  esbuild: [['0.28.1'], 'a binary of another registry is run unchecked'],
  playwright: [['1.55.1'], 'CVE-2025-59288: a browser fetched without looking who sends it'],
};

/** xlsx: unfixed prototype pollution on npm. nodemailer: no e-mail is sent, and next-auth's provider is not used. */
export const FORBIDDEN = [
  'xlsx',
  'nodemailer',
  'request',
  'event-stream',
  'node-ipc',
  'colors',
  'faker',
  'ua-parser-js',
];

/**
 * Holes that are known and lie in the tree, because a package asks for just that version: who, what is wrong, and why it
 * cannot be reached here. When a newer version comes, the test fails until the line is taken out.
 */
export const ACCEPTED = [
  {
    place: 'node_modules/deepmerge-ts',
    version: '7.1.5',
    broughtBy: '@prisma/config',
    advisory: 'GHSA-ggr8-5vv4-36mx (CVE-2026-40345): objects that hold themselves exhaust the stack; mended in 8.0.0',
    why: 'merges prisma.config.ts, our own file, when the client is generated; nothing of a request comes near it',
  },
  {
    place: 'node_modules/mysql2',
    version: '3.15.3',
    broughtBy: 'prisma',
    advisory: 'GHSA-3f6p-5ww8-9rcr, GHSA-rgwj-5xj2-c3m3: gives a MySQL server the password in clear; mended in 3.23.1',
    why: "Prisma's studio loads it for MySQL; there is no MySQL here, and the studio is not started",
  },
  {
    place: 'node_modules/dependency-cruiser/node_modules/picomatch',
    version: '4.0.3',
    broughtBy: 'dependency-cruiser',
    advisory: 'CVE-2026-33671, CVE-2026-33672: some patterns do not end; mended in 4.0.4',
    why: 'reads the patterns of .dependency-cruiser.mjs, our own file, in npm run check',
  },
];
