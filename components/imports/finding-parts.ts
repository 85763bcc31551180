/** A finding's sentence in its three columns: what was found, what is wrong with it, what was expected and how to put it right. */
export interface FindingParts {
  found: string | null;
  problem: string | null;
  fix: string;
}

const END = /^(.*?[^.。；;])(?:。|\. (?=[A-Z“])|; (?=[a-z]+ ))(.+)$/su;

/**
 * The sentences are built alike: “填写的是“甲”，应为乙。请改为丙。” The value stands in its own column, so it is not said again;
 * a sentence of another shape is kept whole, so that nothing is hidden.
 */
export function findingParts(message: string, given: string | number | undefined): FindingParts {
  const found = given === undefined || given === '' ? null : String(given);
  const rest = found === null ? message : withoutFound(message, found);
  const match = rest.match(END);
  if (!match) return { found, problem: null, fix: rest };
  const [, problem = '', fix = ''] = match;
  return { found, problem: capital(problem), fix: fix.trim() };
}

function withoutFound(message: string, found: string): string {
  const heads = [`填写的是“${found}”`, `填写的年份是“${found}”`, `Found “${found}”`];
  const head = heads.find((one) => message.startsWith(one));
  if (!head) return message;
  const rest = message.slice(head.length).replace(/^[，。,;:.、]\s*/u, '');
  return capital(rest.trim()) || message;
}

const capital = (text: string): string =>
  /^[a-z]/.test(text) ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : text;
