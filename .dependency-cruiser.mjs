// Who may import whom: the table of the house, as rules. scripts/check-imports.mjs runs them, and
// tests/unit/house/imports.test.ts plants one breach per rule and sees each caught.
const everything = '^(app|components|lib|prisma|scripts|tests)/';
const notIn = (...rooms) => ({ path: everything, pathNot: rooms });
const packages = '^node_modules/|^[^/]+$';

const room = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    room('no-circle', 'Two files that need each other are one file, or three.', {}, { circular: true }),
    room('resolvable', 'What is imported is there.', {}, { couldNotResolve: true }),
    room('domain-knows-nobody', 'lib/domain imports itself and zod.', { path: '^lib/domain/' }, notIn('^lib/domain/')),
    room(
      'domain-only-zod',
      'The rules touch no file, no clock, no framework.',
      { path: '^lib/domain/' },
      { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'core'], pathNot: '(^|/)node_modules/zod/' },
    ),
    room(
      'format-client-i18n-know-domain',
      'lib/format, lib/client and lib/i18n import themselves and lib/domain.',
      { path: '^lib/(format|client|i18n)/' },
      notIn('^lib/(format|client|i18n|domain)/'),
    ),
    room(
      'server-knows-domain',
      'lib/server imports lib/domain, lib/format, lib/i18n and itself.',
      { path: '^lib/server/', pathNot: '^lib/server/api/routes\\.generated\\.ts$' },
      notIn('^lib/(server|domain|format|i18n)/', '^prisma/generated/'),
    ),
    room(
      'commands-stay-home',
      "A subject uses another subject's queries, never its commands.",
      { path: '^lib/server/([^/]+)/' },
      { path: '^lib/server/[^/]+/commands', pathNot: '^lib/server/$1/' },
    ),
    room(
      'pieces-know-no-domain',
      'components/ui and components/charts import each other and lib/format.',
      { path: '^components/(ui|charts)/' },
      notIn('^components/(ui|charts)/', '^lib/format/'),
    ),
    room(
      'views-know-values',
      'components/<subject> imports pieces, lib/domain, lib/format, lib/client, lib/i18n; never the server.',
      { path: '^components/' },
      notIn('^components/', '^lib/(domain|format|client|i18n)/', '\\.css$'),
    ),
    room(
      'app-composes',
      'app imports app, components and lib; never scripts, tests, seeds or the generated client.',
      { path: '^app/' },
      notIn('^(app|components|lib)/'),
    ),
    room(
      'nobody-imports-app',
      'What app holds is for Next alone.',
      { pathNot: '^(app|tests|prisma/seed)/|^lib/server/api/routes\\.generated\\.ts$' },
      { path: '^app/' },
    ),
    room(
      'database-driver-behind-the-door',
      'pg and Prisma are spoken to by lib/server/db; streams and jobs say why they need the driver.',
      { path: '^(app|components|lib)/', pathNot: '^lib/server/' },
      { path: '(^|/)node_modules/(pg|pg-boss|pg-copy-streams|@prisma/[^/]+)/' },
    ),
  ],
  options: {
    doNotFollow: { path: `${packages}|^prisma/generated/` },
    exclude: { path: '\\.next/|\\.data/' },
    parser: 'swc', // without a parser that reads TypeScript it reads 0 modules and is content
    tsPreCompilationDeps: true,
    moduleSystems: ['es6'],
    builtInModules: { add: ['server-only'] },
  },
};
