/** The rules of OpenAPI 3.1 for what the product's document uses, as a JSON Schema: required parts, where they may stand, nothing unknown. */
const ref = {
  type: 'object',
  required: ['$ref'],
  properties: { $ref: { type: 'string', pattern: '^#/components/' } },
  additionalProperties: false,
};
const media = {
  type: 'object',
  minProperties: 1,
  propertyNames: { pattern: '^[a-z]+/[a-z0-9.+*-]+$' },
  additionalProperties: {
    type: 'object',
    required: ['schema'],
    properties: { schema: { type: ['object', 'boolean'] } },
    additionalProperties: false,
  },
};
const parameter = {
  type: 'object',
  required: ['name', 'in', 'required', 'schema'],
  properties: {
    name: { type: 'string', minLength: 1 },
    in: { enum: ['path', 'query', 'header'] },
    required: { type: 'boolean' },
    description: { type: 'string' },
    schema: { type: ['object', 'boolean'] },
  },
  if: { properties: { in: { const: 'path' } } },
  // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
  then: { properties: { required: { const: true } } },
  additionalProperties: false,
};
const response = {
  type: 'object',
  required: ['description'],
  properties: {
    description: { type: 'string', minLength: 1 },
    headers: { type: 'object' },
    content: media,
  },
  additionalProperties: false,
};
const operation = {
  type: 'object',
  required: ['operationId', 'tags', 'summary', 'security', 'responses'],
  properties: {
    operationId: { type: 'string', pattern: '^[A-Za-z0-9]+$' },
    tags: { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } },
    summary: { type: 'string', minLength: 2 },
    description: { type: 'string' },
    security: { type: 'array', items: { type: 'object', additionalProperties: { type: 'array' } } },
    parameters: { type: 'array', items: { oneOf: [ref, parameter] } },
    requestBody: {
      type: 'object',
      required: ['content'],
      properties: { required: { type: 'boolean' }, content: media },
      additionalProperties: false,
    },
    responses: {
      type: 'object',
      minProperties: 2,
      propertyNames: { pattern: '^([1-5]\\d\\d|default)$' },
      additionalProperties: { oneOf: [ref, response] },
    },
  },
  patternProperties: { '^x-': {} },
  additionalProperties: false,
};

export const openApiRules = {
  type: 'object',
  required: ['openapi', 'info', 'paths', 'components'],
  properties: {
    openapi: { type: 'string', pattern: '^3\\.1\\.\\d+$' },
    info: {
      type: 'object',
      required: ['title', 'version'],
      properties: { title: { type: 'string' }, version: { type: 'string' }, description: { type: 'string' } },
      additionalProperties: false,
    },
    jsonSchemaDialect: { type: 'string', format: 'uri' },
    servers: { type: 'array', items: { type: 'object', required: ['url'] } },
    tags: { type: 'array', items: { type: 'object', required: ['name'] } },
    paths: {
      type: 'object',
      propertyNames: { pattern: '^/' },
      additionalProperties: {
        type: 'object',
        minProperties: 1,
        propertyNames: { enum: ['get', 'post', 'put', 'patch', 'delete'] },
        additionalProperties: operation,
      },
    },
    components: {
      type: 'object',
      properties: {
        schemas: { type: 'object' },
        parameters: { type: 'object', additionalProperties: parameter },
        responses: { type: 'object', additionalProperties: response },
        securitySchemes: {
          type: 'object',
          additionalProperties: {
            type: 'object',
            oneOf: [
              {
                required: ['type', 'in', 'name'],
                properties: { type: { const: 'apiKey' }, in: { enum: ['cookie', 'header', 'query'] } },
              },
              { required: ['type', 'scheme'], properties: { type: { const: 'http' }, scheme: { const: 'bearer' } } },
            ],
          },
        },
      },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
};
