import 'server-only';
import type { OpenApiDocument, OperationObject, Parameter, Reference, ResponseObject } from './openapi-types';

const isRef = (thing: object): thing is Reference => '$ref' in thing;

function parameterOf(document: OpenApiDocument, one: Parameter | Reference): Parameter | undefined {
  return isRef(one) ? document.components.parameters[one.$ref.split('/').at(-1) ?? ''] : one;
}

function answerOf(document: OpenApiDocument, status: string, one: ResponseObject | Reference) {
  const answer = isRef(one) ? document.components.responses[one.$ref.split('/').at(-1) ?? ''] : one;
  const [content] = Object.entries(answer?.content ?? {});
  // The shape of a problem is the same everywhere and told once.
  const schema = isRef(one) ? undefined : content?.[1].schema;
  return { status, description: answer?.description ?? '', mediaType: content?.[0], schema };
}

function operationView(document: OpenApiDocument, path: string, method: string, operation: OperationObject) {
  const [body] = Object.entries(operation.requestBody?.content ?? {});
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path: `/api/v1${path}`,
    summary: operation.summary,
    description: operation.description,
    permission: operation['x-permission'],
    scope: operation['x-token-scope'],
    parameters: (operation.parameters ?? []).flatMap((one) => parameterOf(document, one) ?? []),
    body: body ? { mediaType: body[0], schema: body[1].schema } : undefined,
    answers: Object.entries(operation.responses).map(([status, one]) => answerOf(document, status, one)),
  };
}

/** The document as people read it: by subject, references followed. */
export function readableTags(document: OpenApiDocument) {
  return document.tags.map(({ name, description }) => ({
    name,
    description,
    operations: Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, operation]) => operation.tags.includes(name))
        .map(([method, operation]) => operationView(document, path, method, operation)),
    ),
  }));
}
