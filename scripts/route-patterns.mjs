// Which page or route an address belongs to, as its pattern: '/compounds/[id]'. What stands in the address itself may be a name.
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './paths.mjs';

const node = () => ({ fixed: new Map(), open: null, openName: '', rest: '', leaf: false });
const LEAF = /^(?:page|route)\.(?:ts|tsx)$/;

function fill(here, folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) {
      if (LEAF.test(entry.name)) here.leaf = true;
      continue;
    }
    const below = path.join(folder, entry.name);
    if (/^\(.*\)$/.test(entry.name)) fill(here, below);
    else if (/^\[\[?\.\.\./.test(entry.name)) here.rest = entry.name;
    else if (entry.name.startsWith('[')) {
      here.open ??= node();
      here.openName = entry.name;
      fill(here.open, below);
    } else {
      if (!here.fixed.has(entry.name)) here.fixed.set(entry.name, node());
      fill(here.fixed.get(entry.name), below);
    }
  }
  return here;
}

/** The folder `app`, or one group of it, as a tree. */
export const readRoutes = (root = ROOT, folder = 'app') => fill(node(), path.join(root, folder));

/** What routeOf says of an address that is none of the tree's. */
export const UNKNOWN = '/[unknown]';

/** '/api/v1/files/[id]', or UNKNOWN. */
export function routeOf(tree, target) {
  const end = target.search(/[?#]/);
  const parts = (end < 0 ? target : target.slice(0, end)).split('/').filter(Boolean);
  if (parts[0] === '_next') return '/_next';
  let here = tree;
  let pattern = '';
  for (const part of parts) {
    const fixed = here.fixed.get(part);
    if (fixed) {
      pattern += `/${part}`;
      here = fixed;
    } else if (here.open) {
      pattern += `/${here.openName}`;
      here = here.open;
    } else return here.rest ? `${pattern}/${here.rest}` : UNKNOWN;
  }
  return here.leaf ? pattern || '/' : here.rest ? `${pattern}/${here.rest}` : UNKNOWN;
}
