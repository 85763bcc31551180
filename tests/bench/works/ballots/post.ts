import http from 'node:http';

export interface Poster {
  post: (path: string, body: unknown) => Promise<string>;
  end: () => void;
}

/** One officer's device: a connection that is kept, one request after the other. Anything but 201 ends the bench. */
export function poster(url: string, headers: Record<string, string>): Poster {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const post = (path: string, body: unknown) =>
    new Promise<string>((resolve, reject) => {
      const text = JSON.stringify(body);
      const sent = {
        ...headers,
        origin: url,
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(text)),
      };
      const request = http.request(`${url}${path}`, { method: 'POST', agent, headers: sent }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const answer = Buffer.concat(parts).toString();
          if (response.statusCode === 201) resolve(answer);
          else reject(new Error(`${path}: ${response.statusCode} ${answer.slice(0, 400)}`));
        });
      });
      request.on('error', reject);
      request.end(text);
    });
  return { post, end: () => agent.destroy() };
}
