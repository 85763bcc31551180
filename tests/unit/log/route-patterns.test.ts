import { expect, test } from 'vitest';
import { readRoutes, routeOf } from '@/scripts/route-patterns.mjs';

const tree = readRoutes();

test.each([
  ['/', '/'],
  ['/compounds?q=王丽', '/compounds'],
  ['/compounds/019a0000-0000-7000-8000-000000000001/edit', '/compounds/[id]/edit'],
  ['/api/v1/compounds/王丽', '/api/v1/compounds/[id]'],
  ['/api/v1/drafts/compound/13887654321', '/api/v1/drafts/[form]/[subject]'],
  ['/api/v1/openapi.json', '/api/v1/openapi.json'],
  ['/api/auth/callback/credentials', '/api/auth/[...nextauth]'],
  ['/_next/static/chunks/a.js', '/_next'],
  ['/王丽/13887654321', '/[unknown]'],
  ['/api/v1/compounds/x/13887654321', '/[unknown]'],
])('%s is %s', (target, pattern) => {
  expect(routeOf(tree, target)).toBe(pattern);
});
