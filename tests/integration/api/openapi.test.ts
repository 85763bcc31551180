import { readdirSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GET } from '@/app/api/v1/openapi.json/route';
import type { OpenApiDocument, OperationObject, Parameter, Reference } from '@/lib/server/api/openapi-types';
import { apiPath } from '@/scripts/gen-routes.mjs';
import { makeWorld, type World } from '../../support/world';
import { openApiRules } from './openapi-rules';

let world: World;
let document: OpenApiDocument;
beforeAll(async () => {
  world = await makeWorld();
  const answer = await world.call(GET, { path: '/api/v1/openapi.json' });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json']);
  document = answer.json as OpenApiDocument;
});
afterAll(() => world.end());

const ajv = () => new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
const operations = (): [string, OperationObject][] =>
  Object.entries(document.paths).flatMap(([where, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, OperationObject] => [`${method} ${where}`, operation]),
  );
const isRef = (thing: object): thing is Reference => '$ref' in thing;

/** Every schema of the document, with where it stands. */
function schemasIn(node: unknown, where = ''): [string, object][] {
  if (!node || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'schema' && value && typeof value === 'object'
      ? [[`${where}/${key}`, value as object] as [string, object]]
      : schemasIn(value, `${where}/${key}`),
  );
}

/** Answers that are kept nowhere: personal data in clear, a token's secret, and what a sheet holds before anything of it is written. */
const REVEALS = [
  'post /owners/{id}/reveal',
  'post /audit/{id}/personal',
  'post /objections/{id}/contact',
  'post /complaints/{id}/contact',
  'post /satisfaction/{id}/answers',
  'post /progress/{month}/workbook',
  'post /rounds/{id}/ballots/sheet',
  'post /rounds/{id}/ballots/sheet/marked.xlsx',
  'post /tokens',
  'post /annual-plans/{id}/what-if',
  'post /projects/{id}/contributions/reminders.xlsx',
  'post /funds/batches/{id}/suggest',
  'post /plans/{id}/workbook',
  'post /progress/{month}/workbook',
];

describe('the OpenAPI document', () => {
  test('keeps the rules of OpenAPI 3.1', () => {
    const validate = ajv().compile(openApiRules);
    validate(document);
    expect(validate.errors ?? []).toEqual([]);
  });

  test('every schema is a valid JSON Schema 2020-12 that compiles', () => {
    const found = [...schemasIn(document.paths), ...schemasIn(document.components)];
    expect(found.length).toBeGreaterThan(20);
    const checker = ajv();
    for (const [where, schema] of found) {
      expect([where, checker.validateSchema(schema)]).toEqual([where, true]);
      if (!JSON.stringify(schema).includes('"$ref"')) expect(() => checker.compile(schema), where).not.toThrow();
    }
  });

  test('names every route file', () => {
    const files = readdirSync('app/api/v1', { recursive: true, encoding: 'utf8' })
      .filter((file) => path.basename(file) === 'route.ts')
      .map((file) => apiPath(path.posix.join('app/api/v1', file)));
    expect(Object.keys(document.paths).sort()).toEqual(files.sort());
  });

  test('every operation says what it does, in Chinese, under a subject, and what it answers', () => {
    for (const [name, operation] of operations()) {
      expect([name, operation.summary]).toEqual([name, expect.stringMatching(/\p{Script=Han}/u)]);
      expect([name, operation.tags[0]]).toEqual([name, expect.stringMatching(/\p{Script=Han}/u)]);
      expect([name, Object.keys(operation.responses).some((status) => status.startsWith('2'))]).toEqual([name, true]);
    }
    const tags = new Set(document.tags.map(({ name }) => name));
    for (const [, { tags: used }] of operations()) expect(tags).toContain(used[0]);
  });

  test('operation ids are unique, references lead somewhere, path parameters stand in the path', () => {
    const ids = operations().map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const text = JSON.stringify(document);
    for (const [, target = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const found = target
        .split('/')
        .reduce<unknown>((node, key) => (node as Record<string, unknown>)?.[key], document);
      expect([target, typeof found]).toEqual([target, 'object']);
    }
    for (const [name, { parameters = [] }] of operations()) {
      const inPath = [...name.matchAll(/\{(\w+)\}/g)].map(([, key]) => key).sort();
      const named = parameters
        .filter((one): one is Parameter => !isRef(one) && one.in === 'path')
        .map((one) => one.name);
      expect([name, named.sort()]).toEqual([name, inPath]);
    }
  });

  test('writes take an Idempotency-Key and the header of our own pages; updates of a record take If-Match', () => {
    for (const [name, { parameters = [], security }] of operations()) {
      const refs = parameters.filter(isRef).map(({ $ref }) => $ref);
      const isWrite = !name.startsWith('get ');
      const takesKey = isWrite && !REVEALS.includes(name);
      expect([name, refs.includes('#/components/parameters/IdempotencyKey')]).toEqual([name, takesKey]);
      if (security.length > 0) expect([name, 'ownPage' in (security[0] ?? {})]).toEqual([name, isWrite]);
    }
    const schemes = (name: string, path: string) => document.paths[path]?.[name]?.security;
    expect(schemes('post', '/compounds')).toEqual([{ session: [], ownPage: [] }, { token: ['compounds.write'] }]);
    expect(schemes('get', '/me')).toEqual([{ session: [] }, { token: [] }]);
    expect(schemes('post', '/owners/{id}/reveal')).toEqual([{ session: [], ownPage: [] }]);
    expect(document.components.securitySchemes.token).toMatchObject({ type: 'http', scheme: 'bearer' });
    const freeze = document.paths['/programme/campaigns/{id}/freeze']?.post;
    expect(freeze?.parameters).toContainEqual({ $ref: '#/components/parameters/IfMatch' });
    expect(freeze?.responses['422']).toEqual({ $ref: '#/components/responses/Problem422' });
  });

  test('what is sent is described as it is sent: areas are text, not integers of 0.01', () => {
    const body = document.paths['/programme/campaigns/{id}/amendments']?.post?.requestBody;
    const shape = body?.content['application/json']?.schema as {
      properties: Record<string, object>;
      required: string[];
    };
    expect(shape.properties.floorAreaDelta).toMatchObject({ type: 'string' });
    expect(shape.required).not.toContain('fileId');
  });
});
