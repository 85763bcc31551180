import 'server-only';
import { z } from 'zod';
import { type Method, type Spec, tokenAccess } from '@/lib/server/define-route';
import { TAGS } from './openapi-parts';
import type { JsonSchema, OperationObject, Parameter, Reference, ResponseObject } from './openapi-types';

/** What a caller sends is the input of a schema, what it gets is the output. A shape that JSON Schema cannot say is left open. */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, '~standard': __, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonSchema;
  return rest;
}

function fieldsAs(place: 'path' | 'query', schema: z.ZodType): Parameter[] {
  const shape = jsonSchemaOf(schema, 'input');
  const required = new Set(Array.isArray(shape.required) ? shape.required : []);
  return Object.entries((shape.properties ?? {}) as Record<string, JsonSchema>).map(([name, field]) => {
    const { description, ...rest } = field;
    return {
      name,
      in: place,
      required: place === 'path' || required.has(name),
      ...(typeof description === 'string' ? { description } : {}),
      schema: rest,
    };
  });
}

const fileName = (name: string): Parameter => ({
  name,
  in: 'header',
  required: false,
  description: '文件名，百分号编码（encodeURIComponent）；没有时由系统取名。只用于显示，扩展名以内容为准',
  schema: { type: 'string' },
});

function parametersOf(method: Method, spec: Spec): (Parameter | Reference)[] {
  return [
    ...(spec.params ? fieldsAs('path', spec.params) : []),
    ...(spec.query ? fieldsAs('query', spec.query) : []),
    ...(method === 'GET' || spec.neverKept ? [] : [{ $ref: '#/components/parameters/IdempotencyKey' }]),
    ...(spec.ifMatch ? [{ $ref: '#/components/parameters/IfMatch' }] : []),
    ...(spec.nameHeader ? [fileName(spec.nameHeader)] : []),
  ];
}

function bodyOf(spec: Spec): OperationObject['requestBody'] {
  const content: Record<string, { schema: JsonSchema }> = {};
  if (spec.body) content['application/json'] = { schema: jsonSchemaOf(spec.body, 'input') };
  if (spec.consumes) content[spec.consumes] = { schema: { type: 'string', contentMediaType: spec.consumes } };
  return Object.keys(content).length > 0 ? { required: true, content } : undefined;
}

const statusOf = (method: Method, spec: Spec) =>
  spec.status ?? (spec.output || method === 'GET' || spec.produces ? 200 : 204);

function successOf(method: Method, spec: Spec): [string, ResponseObject] {
  const status = statusOf(method, spec);
  const content = {
    ...(spec.produces ? { [spec.produces]: { schema: { type: 'string', contentMediaType: spec.produces } } } : {}),
    ...(spec.output ? { 'application/json': { schema: jsonSchemaOf(spec.output, 'output') } } : {}),
  };
  const answer: ResponseObject = {
    description: status === 201 ? '已建立' : status === 202 ? '已受理，在后台办理' : status === 204 ? '已办理' : '成功',
    ...(spec.ifMatch
      ? { headers: { ETag: { description: '新的版本', schema: { type: 'string', pattern: '^"\\d+"$' } } } }
      : {}),
    ...(Object.keys(content).length > 0 && status !== 204 ? { content } : {}),
  };
  return [String(status), answer];
}

/** Which refusals an operation can answer with. */
function refusalsOf(method: Method, spec: Spec): number[] {
  const writes = method !== 'GET';
  const open = spec.permission === ('public' as string);
  return [
    400,
    ...(open ? [] : [401]),
    ...(open && !writes ? [] : [403]),
    ...(spec.params || spec.query ? [404] : []),
    ...(writes ? [409] : []),
    ...(spec.body || spec.consumes ? [413, 415] : []),
    ...(writes ? [422] : []),
    ...(spec.ifMatch ? [428] : []),
    ...(spec.limit || tokenAccess(spec) !== 'never' ? [429] : []),
    503,
  ];
}

function operationId(method: Method, path: string): string {
  const words = path.split(/[^A-Za-z0-9]+/).filter(Boolean);
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

/** Who may ask: a signed-in person's own page, or a token with the scope. */
function securityOf(method: Method, spec: Spec): OperationObject['security'] {
  if (spec.permission === ('public' as string)) return [];
  const access = tokenAccess(spec);
  return [
    { session: [], ...(method === 'GET' ? {} : { ownPage: [] }) },
    ...(access === 'never' ? [] : [{ token: access === 'any' ? [] : [access] }]),
  ];
}

export const tagName = (tag: string): string => TAGS[tag]?.[0] ?? tag;

export function operationOf(method: Method, path: string, spec: Spec): OperationObject {
  const requestBody = bodyOf(spec);
  const parameters = parametersOf(method, spec);
  const [status, success] = successOf(method, spec);
  const refusals = refusalsOf(method, spec).map((code) => [
    String(code),
    { $ref: `#/components/responses/Problem${code}` },
  ]);
  return {
    operationId: operationId(method, path),
    tags: [tagName(spec.tag)],
    summary: spec.summary,
    ...(spec.description ? { description: spec.description } : {}),
    security: securityOf(method, spec),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(requestBody ? { requestBody } : {}),
    responses: { [status]: success, ...Object.fromEntries(refusals) },
    'x-permission': spec.permission,
    'x-token-scope': tokenAccess(spec),
  };
}
