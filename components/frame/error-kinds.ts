export const errorKinds = {
  400: 'badRequest',
  403: 'forbidden',
  404: 'notFound',
  409: 'conflict',
  429: 'tooMany',
  500: 'server',
  503: 'unavailable',
} as const;

export type ErrorStatus = keyof typeof errorKinds;
