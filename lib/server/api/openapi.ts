import 'server-only';
import type { Handler, Method } from '@/lib/server/define-route';
import { operationOf, tagName } from './openapi-operation';
import { components, TAGS } from './openapi-parts';
import { ownSpec } from './openapi-self';
import type { OpenApiDocument, OperationObject } from './openapi-types';
import { routes } from './routes.generated';

const METHODS: Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

export interface RouteEntry {
  readonly path: string;
  readonly module: object;
}

/** The operations of a route file: each method that has a spec. */
export function operationsOf({ path, module }: RouteEntry): Record<string, OperationObject> {
  const handlers = module as Partial<Record<Method, Handler>>;
  return Object.fromEntries(
    METHODS.flatMap((method) => {
      const spec = handlers[method]?.spec;
      return spec ? [[method.toLowerCase(), operationOf(method, path, spec)]] : [];
    }),
  );
}

function tagsOf(paths: OpenApiDocument['paths']): OpenApiDocument['tags'] {
  const used = new Set(Object.values(paths).flatMap((path) => Object.values(path).flatMap(({ tags }) => tags)));
  const known = Object.entries(TAGS)
    .filter(([key]) => used.has(tagName(key)))
    .map(([, [name, description]]) => ({ name, description }));
  const others = [...used].filter((name) => !known.some((tag) => tag.name === name)).sort();
  return [...known, ...others.map((name) => ({ name, description: name }))];
}

export function documentOf(entries: readonly RouteEntry[]): OpenApiDocument {
  const paths = Object.fromEntries(
    entries
      .map((entry): [string, Record<string, OperationObject>] => [entry.path, operationsOf(entry)])
      .filter(([, operations]) => Object.keys(operations).length > 0),
  );
  return {
    openapi: '3.1.0',
    info: {
      title: '安居 · 城镇老旧小区改造管理',
      version: '1',
      description:
        '页面能做的，这里都能做。错误按 RFC 9457 答复：code 稳定不变；按规定不能办理时附全部 reasons。面积为平方米的十进制文本（两位小数），日期为 YYYY-MM-DD（北京时间），时刻为 ISO 8601。',
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    servers: [{ url: '/api/v1', description: '本系统' }],
    tags: tagsOf(paths),
    paths,
    components: components(),
  };
}

let built: OpenApiDocument | undefined;

/** Built once from the routes themselves: what is described is what is checked. */
export function openApiDocument(): OpenApiDocument {
  built ??= documentOf([...routes, { path: '/openapi.json', module: { GET: { spec: ownSpec } } }]);
  return built;
}
