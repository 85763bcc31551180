import { authDoor } from '@/lib/server/auth/door';
import { hashPassword } from '@/lib/server/auth/password-hash';
import type { Person, World } from './world';

const ORIGIN = 'http://127.0.0.1:3000';

/** A browser that keeps its cookies, at next-auth's own door. */
export class Browser {
  readonly cookies = new Map<string, string>();

  header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  keep(response: Response): Response {
    for (const line of response.headers.getSetCookie()) {
      const pair = line.split(';')[0] ?? '';
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(pair.indexOf('=') + 1);
      if (value === '' || /max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  async ask(method: string, path: string, more: { body?: BodyInit; headers?: Record<string, string> } = {}) {
    const headers = { host: '127.0.0.1:3000', cookie: this.header(), ...more.headers };
    const request = new Request(`${ORIGIN}/api/auth/${path}`, { method, headers, body: more.body });
    return this.keep(await authDoor(request, (path.split('?')[0] ?? '').split('/')));
  }

  async csrf(): Promise<string> {
    const answer = await this.ask('GET', 'csrf');
    return ((await answer.json()) as { csrfToken: string }).csrfToken;
  }

  async signIn(username: string, password: string, more: Record<string, string> = {}): Promise<Response> {
    const body = new URLSearchParams({ csrfToken: await this.csrf(), username, password, json: 'true', ...more });
    return this.ask('POST', 'callback/credentials', { body });
  }
}

export const PASSWORD = '禄丰 老旧小区 改造 2020';

/** Gives a person of the world a password of their own. */
export async function givePassword(world: World, person: Person, password = PASSWORD): Promise<string> {
  const { accountId, prefectureId, countyId } = world.actors[person];
  await world.owner.query(
    `INSERT INTO account_password (account_id, prefecture_id, county_id, hash) VALUES ($1, $2, $3, $4)
     ON CONFLICT (account_id) DO UPDATE SET hash = EXCLUDED.hash`,
    [accountId, prefectureId, countyId, await hashPassword(password)],
  );
  return world.actors[person].username;
}
