import type { Documented } from './bodies';
import type { Schema } from './from-schema';

type Json = Record<string, unknown>;
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

interface Parameter {
  name: string;
  in: string;
  schema: Schema;
  $ref?: string;
}
interface Operation {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

/** Every operation that the document describes, as the document describes it. */
export function documented(document: Json): Documented[] {
  const found: Documented[] = [];
  for (const [path, item] of Object.entries(document.paths as Record<string, Record<string, Operation>>))
    for (const method of METHODS) {
      const operation = item[method];
      if (!operation) continue;
      const content = operation.requestBody?.content ?? {};
      const [consumes = null] = Object.keys(content).filter((type) => type !== 'application/json');
      found.push({
        name: `${method.toUpperCase()} ${path.replace(/^\/api\/v1/, '')}`,
        method: method.toUpperCase(),
        path: path.replace(/^\/api\/v1/, ''),
        parameters: (operation.parameters ?? []).filter((one) => one.$ref === undefined),
        body: content['application/json']?.schema ?? null,
        consumes,
      });
    }
  return found;
}
