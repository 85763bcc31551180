export type Params = Record<string, string | readonly string[] | undefined>;

/** The address of the same list with some parameters changed; `undefined` or '' takes one away. Lists live in the URL. */
export function hrefWith(path: string, params: Params, changes: Params = {}): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...params, ...changes })) {
    for (const one of value === undefined ? [] : [value].flat()) if (one !== '') query.append(key, one);
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** The same parameters as pairs, for hidden inputs of a GET form that must not lose them. */
export function pairsOf(params: Params, without: readonly string[] = []): [string, string][] {
  return Object.entries(params)
    .filter(([key]) => !without.includes(key))
    .flatMap(([key, value]) => (value === undefined ? [] : [value].flat().map((one): [string, string] => [key, one])));
}
