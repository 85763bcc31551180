/** Asks again every 20 ms until there is an answer. */
export async function until<T>(
  what: string,
  ms: number,
  ask: () => Promise<T | null | undefined | false | 0>,
): Promise<T> {
  for (const end = performance.now() + ms; performance.now() < end; ) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`not within ${ms} ms: ${what}`);
}
