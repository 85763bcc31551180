import 'server-only';

/** The one route that the list of routes cannot hold (it would import itself); described here for both. */
export const ownSpec = {
  bare: true,
  summary: '本接口的 OpenAPI 3.1 说明',
  tag: 'api',
  permission: 'public',
  produces: 'application/json',
} as const;
