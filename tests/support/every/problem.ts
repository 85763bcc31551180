import type { Called } from '../world';

const INSIDE = /\bat .+\.[cm]?[jt]s\b|node_modules|prisma|SELECT |INSERT |\bpg_|Error:|undefined|\[object/i;
const HAN = /\p{Script=Han}/u;

interface ProblemJson {
  type?: string;
  title?: string;
  status?: number;
  code?: string;
  detail?: string;
  reasons?: { code: string; message: string }[];
}

/** What is wrong with an answer that should be a plain no: null when it is one. */
export function notAProblem(answer: Called): string | null {
  const type = answer.headers.get('content-type') ?? '';
  if (answer.status < 400 || answer.status > 499) return `answered ${answer.status}`;
  if (!type.startsWith('application/problem+json')) return `answered ${answer.status} as ${type}`;
  const problem = answer.json as ProblemJson;
  if (problem.status !== answer.status || problem.type !== `/problems/${problem.code}`) return 'status and type differ';
  if (!/^[a-z][a-z_]+$/.test(problem.code ?? '')) return `code ${problem.code}`;
  if (!HAN.test(problem.title ?? '') || !HAN.test(problem.detail ?? '')) return `no sentence: ${problem.detail}`;
  const silent = (problem.reasons ?? []).find(({ message }) => !HAN.test(message));
  if (silent) return `no sentence for ${silent.code}: ${silent.message}`;
  const { title, detail } = problem;
  return INSIDE.test(`${title} ${detail}`) ? `shows its inside: ${detail}` : null;
}

export const codeOf = (answer: Called): string | undefined => (answer.json as ProblemJson | null)?.code;
