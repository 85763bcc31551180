import { parseArgs } from 'node:util';

export interface Options {
  scales: number[];
  cases: string[];
  connections: number[];
  seconds: number;
  out: string | null;
  /** only the pages of tests/bench/screens, in a browser; with Lighthouse beside it */
  screens: boolean;
  lighthouse: boolean;
}

export class Usage extends Error {}

export const USAGE = `npm run bench -- [--scale 1,16] [--case compounds-list,…] [--connections 1,16] [--seconds 4] [--out file.md]
npm run bench -- --screens [--lighthouse] [--out file.md]`;

function numbers(text: string, what: string): number[] {
  const list = text.split(',').map(Number);
  if (list.some((one) => !Number.isInteger(one) || one < 1)) throw new Usage(`${what}: whole numbers from 1\n${USAGE}`);
  return [...new Set(list)].sort((a, b) => a - b);
}

const SPEC = {
  scale: { type: 'string', default: '1,16' },
  case: { type: 'string', default: '' },
  connections: { type: 'string', default: '1,16' },
  seconds: { type: 'string', default: '4' },
  out: { type: 'string' },
  screens: { type: 'boolean', default: false },
  lighthouse: { type: 'boolean', default: false },
} as const;

export function readOptions(args: string[]): Options {
  let values: {
    scale: string;
    case: string;
    connections: string;
    seconds: string;
    out?: string;
    screens: boolean;
    lighthouse: boolean;
  };
  try {
    values = parseArgs({ args, options: SPEC, strict: true }).values;
  } catch (error) {
    throw new Usage(`${(error as Error).message}\n${USAGE}`);
  }
  const seconds = Number(values.seconds);
  if (!(seconds > 0 && seconds <= 600)) throw new Usage(`--seconds: more than 0, at most 600\n${USAGE}`);
  const scales = numbers(values.scale, '--scale');
  // a copy's code is the original's plus 500 for each, and a code has four digits
  if (scales.some((scale) => scale > 18)) throw new Usage(`--scale: at most 18\n${USAGE}`);
  return {
    scales,
    cases: values.case.split(',').filter(Boolean),
    connections: numbers(values.connections, '--connections'),
    seconds,
    out: values.out ?? null,
    screens: values.screens || values.lighthouse,
    lighthouse: values.lighthouse,
  };
}
