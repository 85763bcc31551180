// One line of the log: a JSON object, the same fields everywhere, in the server in front (plain Node), the application, the
// worker and the supervisor alike. By construction no line holds personal data: a field is named here with the shape of its
// value, or it is not written; what an error says in words (PostgreSQL quotes the row, a parser its input) never is.
import { AsyncLocalStorage } from 'node:async_hooks';
import path from 'node:path';
import pino from 'pino';

const shape = (pattern) => (value) => (typeof value === 'string' && pattern.test(value) ? value : undefined);
const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const id = shape(new RegExp(`^${UUID}$`));
const word = shape(/^[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*$/);
const identifier = shape(/^[a-z_][a-z0-9_]{0,62}$/);
const number = (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined);
const flag = (value) => (typeof value === 'boolean' ? value : undefined);
const many = (one) => (value) =>
  Array.isArray(value) ? value.map(one).filter((kept) => kept !== undefined) : undefined;

/** @type {Record<string, (value: unknown) => unknown>} */
const FIELDS = {
  requestId: shape(new RegExp(`^(?:job:)?${UUID}$`)),
  actor: id,
  unit: id,
  method: shape(/^[A-Z]{3,7}$/),
  /** the pattern, '/compounds/[id]': never the address itself */
  route: shape(/^\/(?:[\w.-]|\/|\[[\w.]+\])*$/),
  status: number,
  ms: number,
  job: id,
  jobs: many(id),
  name: word,
  try: number,
  last: flag,
  slot: shape(/^\d[\d-]*$/),
  count: number,
  port: number,
  pause: number,
  signal: shape(/^SIG[A-Z0-9]{1,10}$/),
  codes: many(identifier),
  digest: shape(/^[0-9@A-Z]{1,24}$/i),
  file: id,
  error: shape(/^[A-Z][A-Za-z]{2,48}$/),
  /** of the system, of PostgreSQL, of Prisma, or our own word for a refusal */
  code: (value) =>
    shape(/^(?:[A-Z][A-Z0-9_]{2,40}|[0-9A-Z]{5})$/)(value) ?? word(value) ?? shape(/^job\.[A-Za-z]+$/)(value),
  constraint: identifier,
  table: identifier,
  column: identifier,
  says: (value) => (SAYINGS.has(value) ? value : undefined),
  at: many(shape(/^(?:[\w$.<>[\] ]+ )?\(?[\w@./\-[\]() ]+:\d+:\d+\)?$/)),
};

/** What libraries say of the way to the database, word for word: these texts hold nothing of anybody. */
const SAYINGS = new Set([
  'timeout exceeded when trying to connect',
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'Query read timeout',
  'terminating connection due to administrator command',
  'terminating connection due to unexpected postmaster exit',
  'the database system is shutting down',
  'the database system is starting up',
  'the database system is in recovery mode',
  'canceling statement due to statement timeout',
  'canceling statement due to lock timeout',
  'deadlock detected',
  'Cannot use a pool after calling end on the pool',
  'sorry, too many clients already',
  'the process that ran it is gone',
  'Maximum call stack size exceeded',
]);

const ROOT = process.cwd();
const DEEPEST = 8;

/** Where it was thrown: places in code only. What stands before them is the error's own text, and frames drawn inside that text are text. */
function placesOf(error) {
  const { stack, message } = error;
  if (typeof stack !== 'string') return undefined;
  const text = typeof message === 'string' ? message : '';
  const start = stack.indexOf(text);
  if (start < 0) return undefined;
  return stack
    .slice(start + text.length)
    .split('\n')
    .map((line) =>
      /^ {4}at (?:async )?(?:([\w$.<>]+) )?(?:\[as \w+\] )?\(?(?:file:\/\/)?([^()]+:\d+:\d+)\)?$/.exec(line),
    )
    .filter((found) => found !== null)
    .slice(0, DEEPEST)
    .map(
      ([, name, place]) =>
        `${name ? `${name} ` : ''}${place.startsWith(ROOT) ? path.relative(ROOT, place) : path.basename(place)}`,
    );
}

/** Node's warnings are plain errors with a name of their own. */
function kindOf(error) {
  const made = error.constructor?.name;
  return (made === 'Error' ? undefined : FIELDS.error(made)) ?? FIELDS.error(error.name) ?? FIELDS.error(made);
}

/** What may be told of a fault, wherever in its chain of causes it stands: kind, code, constraint, places; no word of what was in it. */
export function factsOf(thrown) {
  const facts = {};
  let error = thrown;
  for (let depth = 0; depth < 5 && error !== null && typeof error === 'object'; depth++) {
    facts.error ??= kindOf(error);
    const deep = error.meta?.driverAdapterError?.cause;
    for (const code of [error.code, deep?.originalCode]) {
      // the innermost is PostgreSQL's own
      if (FIELDS.code(code)) facts.code = code;
    }
    facts.constraint ??= identifier(error.constraint) ?? identifier(deep?.constraint?.index);
    facts.table ??= identifier(error.table);
    facts.column ??= identifier(error.column);
    facts.says ??= FIELDS.says(error.message);
    facts.at ??= placesOf(error);
    error = error.cause;
  }
  if (facts.error === undefined) facts.error = thrown === null || typeof thrown !== 'object' ? 'NotAnError' : 'Unnamed';
  return facts;
}

/** Only what is on the list, and only in the shape that it says. */
function clean(fields) {
  const kept = {};
  for (const name in fields) {
    const value = FIELDS[name]?.(fields[name]);
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}

/**
 * Who and what a line is about, known once and written on each: the front opens it for a request, the worker for a job, the gate adds who.
 * On globalThis, because the application is bundled apart from the front.
 * @returns {AsyncLocalStorage<Record<string, unknown>>}
 */
export const asked = () => {
  globalThis.anjuAsked ??= new AsyncLocalStorage();
  return globalThis.anjuAsked;
};

const PROCESSES = [
  [/scripts[/\\]serve\.mjs$/, 'server'],
  [/jobs[/\\]main\.ts$/, 'worker'],
  [/scripts[/\\]start\.mjs$/, 'supervisor'],
  [/scripts[/\\]backup-nightly\.ts$/, 'backup'],
];
const PROCESS = PROCESSES.find(([file]) => file.test(process.argv[1] ?? ''))?.[1] ?? 'command';

/** For a person at a terminal: the same fields in a row. ANJU_LOG=json or text decides where that is not wanted. */
function forEyes(line) {
  const { time, level, event, process: who, at, ...rest } = JSON.parse(line);
  const pairs = Object.entries(rest).map(
    ([name, value]) => `${name}=${Array.isArray(value) ? value.join(',') : value}`,
  );
  const mark = level === 'error' ? '✗' : level === 'warn' ? '!' : '·';
  const clock = new Date(time).toTimeString().slice(0, 8);
  return `${mark} ${clock} ${who} ${event} ${pairs.join(' ')}${at ? `\n    ${at.join('\n    ')}` : ''}\n`;
}

const plain = (stream) => (process.env.ANJU_LOG ? process.env.ANJU_LOG === 'text' : stream.isTTY === true);
const into = (stream) => ({ write: (line) => stream.write(plain(stream) ? forEyes(line) : line) });

const made = (stream) =>
  pino(
    {
      base: { process: PROCESS },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    into(stream),
  );
const ordinary = made(process.stdout);
const urgent = made(process.stderr);

/** Faults that have their line: Next tells of one twice. */
const told = () => {
  globalThis.anjuTold ??= new WeakSet();
  return globalThis.anjuTold;
};

/**
 * @param {'debug' | 'info' | 'warn' | 'error'} level
 * @param {string} event
 * @param {Record<string, unknown>} [fields]
 * @param {unknown} [thrown]
 */
export function write(level, event, fields, thrown) {
  const about = asked().getStore();
  const line = { event: word(event) ?? 'unnamed', ...clean(about), ...clean(fields) };
  if (thrown !== undefined) {
    Object.assign(line, clean(factsOf(thrown)));
    if (thrown !== null && typeof thrown === 'object') told().add(thrown);
  }
  (level === 'warn' || level === 'error' ? urgent : ordinary)[level](line);
}

const SPOKEN = { log: 'info', info: 'info', debug: 'debug', warn: 'warn', error: 'error' };

/** Where somebody calls console, the words are not ours to know: the line says from where, and the facts of the fault in it. */
export function takeConsole() {
  process.removeAllListeners('warning');
  process.on('warning', (warning) => write('warn', 'process.warning', {}, warning));
  for (const [method, level] of Object.entries(SPOKEN)) {
    console[method] = (...values) => {
      const thrown = values.find((value) => value instanceof Error);
      if (thrown && told().has(thrown)) return;
      if (!thrown && level === 'info') return;
      write(level, `console.${method}`, {}, thrown ?? new Error());
    };
  }
}
