import http from 'node:http';
import https from 'node:https';

export interface Answered {
  status: number;
  headers: http.IncomingHttpHeaders;
  text: string;
  ms: number;
}

export interface Asking {
  method?: string;
  body?: unknown;
  rawBody?: Buffer;
  headers?: Record<string, string>;
  /** How long the client itself waits before it gives up. */
  patience?: number;
  agent?: http.Agent;
}

/** A person's programme: keeps its cookies, says where a write comes from, measures how long the answer took. */
export class Client {
  cookies = new Map<string, string>();

  constructor(
    readonly url: string,
    cookie?: string,
    /** For an address that is reached otherwise: over TLS, by a name that no server of names knows. */
    readonly agent?: http.Agent,
  ) {
    if (cookie) this.keep(cookie);
  }

  keep(pair: string): void {
    const at = pair.indexOf('=');
    this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }

  /** Throws where there is no answer at all: refused, reset, or none within the client's patience. */
  ask(
    path: string,
    { method = 'GET', body, rawBody, headers = {}, patience = 30_000, agent = this.agent }: Asking = {},
  ) {
    const started = performance.now();
    const payload = rawBody ?? (body === undefined ? undefined : Buffer.from(JSON.stringify(body)));
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const all = {
      ...(cookie ? { cookie } : {}),
      ...(method === 'GET' ? {} : { 'x-anju-request': '1', origin: this.url }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(payload ? { 'content-length': String(payload.length) } : {}),
      ...headers,
    };
    return new Promise<Answered>((resolve, reject) => {
      const request = (this.url.startsWith('https:') ? https : http).request(
        `${this.url}${path}`,
        { method, headers: all, agent },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.once('error', reject);
          response.once('end', () => {
            clearTimeout(late);
            for (const line of response.headers['set-cookie'] ?? []) this.keep(line.split(';')[0] ?? '');
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              text: Buffer.concat(chunks).toString(),
              ms: performance.now() - started,
            });
          });
        },
      );
      const late = setTimeout(() => request.destroy(new Error(`no answer within ${patience} ms`)), patience);
      request.once('error', (error) => {
        clearTimeout(late);
        reject(error);
      });
      request.end(payload);
    });
  }

  async json<T>(path: string, asking?: Asking): Promise<T> {
    const answer = await this.ask(path, asking);
    if (answer.status >= 400) throw new Error(`${asking?.method ?? 'GET'} ${path}: ${answer.status} ${answer.text}`);
    return JSON.parse(answer.text) as T;
  }

  /** As the sign-in page does it. */
  async signIn(username: string, password: string): Promise<Answered> {
    const { csrfToken } = await this.json<{ csrfToken: string }>('/api/auth/csrf');
    const form = new URLSearchParams({ csrfToken, username, password, json: 'true' });
    return this.ask('/api/auth/callback/credentials', {
      method: 'POST',
      rawBody: Buffer.from(form.toString()),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  }
}
