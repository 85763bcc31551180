interface Person {
  username: string;
  password: string;
}

const pairs = (response: Response) => response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');

/** The cookie header of a fresh session, got as a browser gets it. */
export async function signIn(url: string, { username, password }: Person): Promise<string> {
  const first = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = (await first.json()) as { csrfToken: string };
  const body = new URLSearchParams({ csrfToken, username, password, json: 'true' });
  const headers = { cookie: pairs(first).join('; '), origin: url, 'x-anju-request': '1' };
  const second = await fetch(`${url}/api/auth/callback/credentials`, { method: 'POST', headers, body });
  const cookie = [...pairs(first), ...pairs(second)].join('; ');
  if (second.status !== 200 || !cookie.includes('session-token'))
    throw new Error(`${username} cannot sign in: ${second.status} ${await second.text()}`);
  return cookie;
}
