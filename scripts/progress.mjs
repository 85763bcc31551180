const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Runs one step and prints its name with the seconds it took; `slow` ones are announced before as well. */
export async function step(name, work, { slow = false } = {}) {
  const started = performance.now();
  if (slow) console.log(`… ${name}`);
  const result = await work();
  console.log(`✓ ${name} ${seconds(started)}${typeof result === 'string' && result ? ` · ${result}` : ''}`);
  return result;
}

/** What went wrong and what to do about it; anything else comes with its stack. */
export class Advice extends Error {}

export function explain(error) {
  const known = error instanceof Advice || ['SetupError', 'SettingsError'].includes(error.constructor.name);
  console.error(`\n✗ ${known ? error.message : (error.stack ?? error)}`);
}
