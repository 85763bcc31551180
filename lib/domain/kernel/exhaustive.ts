/** Ends a switch over a union: a new case that nobody handles fails to compile, and throws should it come in from outside. */
export function exhaustive(never: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(never)}`);
}
