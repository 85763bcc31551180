import { vi } from 'vitest';
import type { FieldAccount } from '@/lib/domain/field/types';

export type Answer = { status?: number; body: unknown; type?: string } | 'silence';

interface Asked {
  path: string;
  method: string;
  key: string | null;
  version: string | null;
  body: unknown;
}

/** What a device hears when it asks, in place of a network: nobody, a server, or somebody's sign-in page. */
export class FieldServer {
  asked: Asked[] = [];
  answers: (path: string, init: RequestInit) => Answer = () => 'silence';

  /** Takes the place of fetch until vi.unstubAllGlobals(). */
  begin(): void {
    this.asked = [];
    vi.stubGlobal('dispatchEvent', () => true);
    vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
      const headers = new Headers(init.headers);
      const body = typeof init.body === 'string' ? JSON.parse(init.body) : (init.body ?? null);
      const [key, version] = [headers.get('idempotency-key'), headers.get('if-match')];
      this.asked.push({ path, method: init.method ?? 'GET', key, version, body });
      const answer = this.answers(path, init);
      if (answer === 'silence') throw new TypeError('Failed to fetch');
      const { status = 200, type = status < 400 ? 'application/json' : 'application/problem+json' } = answer;
      return new Response(JSON.stringify(answer.body), { status, headers: { 'content-type': type } });
    });
  }
}

export const me = (account: FieldAccount): Answer => ({
  body: { accountId: account.id, displayName: account.name, username: account.username },
});

export const problem = (status: number, code: string, more = {}): Answer => ({
  status,
  body: { status, code, title: '', detail: `${code}。`, ...more },
});
