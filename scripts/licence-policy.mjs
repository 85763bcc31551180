// Under which licences this product takes in other people's work, and why each is fine for an office that runs it on its
// own servers. What is not here is refused (GPL, AGPL, SSPL, BUSL, "SEE LICENSE IN", none at all).

/** Use, change and pass on, with the notice kept. */
export const ALLOWED = {
  MIT: 'the notice is kept: it lies in node_modules beside the code',
  ISC: 'as MIT, in other words',
  'BSD-2-Clause': 'as MIT, in other words',
  'BSD-3-Clause': 'as MIT; no advertising with the names of its authors',
  'Apache-2.0': 'as MIT, with a grant of patents',
  'BlueOak-1.0.0': 'as MIT, in plainer words',
  Zlib: 'as MIT; changed versions must say so, and nothing is changed here',
  '0BSD': 'asks for nothing',
  Unlicense: 'public domain',
  'CC0-1.0': 'public domain',
};

/** Licences that ask for more than a notice: only for these packages, for this reason. Each is used, or the test says so. */
export const EXCEPTIONS = [
  {
    packages: /^lightningcss(-.+)?$/,
    licence: 'MPL-2.0',
    why: 'binds the files it covers only; installed from the registry as they are, never changed, and used in building',
  },
  {
    packages: /^axe-core$/,
    licence: 'MPL-2.0',
    why: 'as lightningcss; looks at pages in tests and is no part of what runs',
  },
  {
    packages: /^@img\/sharp-(libvips-|win32-|wasm32)/,
    licence: 'LGPL-3.0-or-later',
    why: 'libvips is a library of its own that sharp loads when it runs: whoever likes puts another one in its place, which is what the licence asks',
  },
  {
    packages: /^elkjs$/,
    licence: 'EPL-2.0',
    why: "binds its own files only, never changed; part of Prisma's studio, which is not started",
  },
  {
    packages: /^caniuse-lite$/,
    licence: 'CC-BY-4.0',
    why: 'data on browsers, used in building; named here as their source, which is what the licence asks',
  },
];

/** What a package says otherwise than SPDX writes it, or does not say at all, and how it is read. */
export const READ_AS = [
  { name: 'chainsaw', says: 'MIT/X11', licence: 'MIT', why: 'X11 is the old name of the same text' },
  { name: '@visx/vendor', says: 'MIT and ISC', licence: 'MIT AND ISC', why: 'written without capitals' },
  { name: 'seq-queue', says: undefined, licence: 'MIT', why: 'its LICENSE file is the text of MIT' },
  {
    name: 'buffers',
    says: undefined,
    licence: 'MIT',
    why: 'says nothing; of one author and one purpose with chainsaw and binary, which are MIT. It comes with unzipper, by which exceljs reads: this product reads workbooks by itself and only writes with exceljs',
  },
];
