import { vi } from 'vitest';

/** Things of people, none of which may ever stand in a log: planted wherever somebody may put them. */
export const CANARIES = {
  name: '金丝雀甲',
  phone: '13899912345',
  idNumber: '532323199912315678',
  password: 'Kanarie!7788!geheim',
  token: 'kanarietoken0123456789abcdefABCDEF',
  search: '金丝雀搜索词',
  file: '金丝雀名单',
  reason: 'canary-in-a-reason-20991231',
} as const;
/** All in one text, short enough for any field. */
export const ALL = Object.values(CANARIES).join(' ');

/** Canaries found in a text, as they are, as JSON, as a URL or as bytes would write them. */
export function found(text: string): string[] {
  return Object.values(CANARIES).filter((canary) =>
    [
      canary,
      JSON.stringify(canary).slice(1, -1),
      encodeURIComponent(canary),
      [...canary].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
      Buffer.from(canary).toString('hex'),
      Buffer.from(canary).toString('base64').replace(/=+$/, ''),
    ].some((form) => text.includes(form)),
  );
}

/** Everything that this process writes out, until `stop`. */
export function listen() {
  let text = '';
  const keep = (chunk: string | Uint8Array) => {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    return true;
  };
  const spies = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write').mockImplementation(keep));
  const said = () => text;
  return {
    said,
    lines: () =>
      said()
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    stop: () => {
      for (const spy of spies) spy.mockRestore();
    },
  };
}
