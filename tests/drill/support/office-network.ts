import { type ChildProcess, execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import https from 'node:https';
import path from 'node:path';
import { begin } from '@/scripts/children.mjs';
import { freePort, isPortFree, sleep } from '@/scripts/embedded-pg-process.mjs';
import { readOptions } from '@/scripts/https/options.mjs';
import { setUp } from '@/scripts/https-setup.mjs';
import { ensureNginx } from '@/scripts/nginx.mjs';
import { Client } from './client';
import type { Drill, Served } from './drill';

export const NAME = 'anju.office.local';
export const RESIDENTS = 'gs.example.gov.cn';

export interface OfficeNetwork {
  server: Served;
  ports: { http: number; https: number; residents: number };
  /** The authority as devices install it (PEM). */
  authority: string;
  /** https address of the office, as people type it. */
  url: string;
  /** A device in the office: it knows where the name leads, and trusts what it is given. */
  device: (trusts?: string) => Client;
  /** The command of docs/operations/https.md, then `nginx -s reload`. */
  setUpAgain: (words: string[]) => Promise<ReturnType<typeof setUp>>;
  end: () => Promise<void>;
}

/** The machine knows no such name: it leads here, as the office's server of names would lead to the server. */
const toThisMachine = (trusts?: string) =>
  new https.Agent({
    ca: trusts,
    servername: NAME, // else Node would ask for whatever the Host header says
    lookup: (_, options, found) =>
      options.all ? found(null, [{ address: '127.0.0.1', family: 4 }]) : found(null, '127.0.0.1', 4),
  });

/** What a distribution's own nginx.conf holds around the file that https:setup wrote. */
function mainFile(folder: string, included: string): string {
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${path.join(folder, kind)};`,
  );
  const user = process.getuid?.() === 0 ? 'user root;' : ''; // the folders of a test belong to whoever runs it
  return `${user} daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events { worker_connections 256; }
http { ${temp.join(' ')} include ${included}; }\n`;
}

async function untilListening(ports: number[]): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if ((await Promise.all(ports.map((port) => isPortFree(port)))).every((free) => !free)) return;
    await sleep(50);
  }
  throw new Error('nginx does not listen');
}

/** The built application behind real nginx, as https:setup lays it out, on free ports of this machine. */
export async function openOfficeNetwork(drill: Drill): Promise<OfficeNetwork> {
  const nginx = await ensureNginx();
  const folder = path.join(drill.files, 'nginx');
  await mkdir(folder);
  const [httpPort, httpsPort, residentsPort, publicPort] = await Promise.all([1, 2, 3, 4].map(() => freePort()));
  const ports = { http: Number(httpPort), https: Number(httpsPort), residents: Number(residentsPort) };
  const url = `https://${NAME}:${ports.https}`;
  const publicSettings = { ANJU_PUBLIC_URL: `http://${RESIDENTS}`, ANJU_PUBLIC_PORT: String(publicPort) };
  const words = ['--name', NAME, '--name', '192.168.1.20', '--name', '127.0.0.1', '--listen', '127.0.0.1'];
  const more = ['--http-port', httpPort, '--https-port', httpsPort, '--log-dir', folder];
  const listen = ['--public-listen', `127.0.0.1:${residentsPort}`];
  const run = (all: string[], port: string) =>
    setUp({ given: readOptions(all), settings: { ANJU_DATA_DIR: drill.files, PORT: port, ...publicSettings } });
  run([...words, ...more.map(String), ...listen], '1');
  const env = { NEXTAUTH_URL: url, ANJU_TRUST_PROXY: '1', ...publicSettings };
  const server = await drill.serve({ env });
  const { port } = new URL(server.url);
  const made = run([], port);
  const main = path.join(folder, 'main.conf');
  await writeFile(main, mainFile(folder, made.files.nginx));
  execFileSync(nginx, ['-t', '-q', '-c', main], { stdio: 'pipe' });
  const child: ChildProcess = begin(nginx, ['-c', main], { stdio: 'inherit' });
  await untilListening(Object.values(ports));
  const authority = made.authority.toString();
  return {
    server,
    ports,
    authority,
    url,
    device: (trusts) => new Client(url, undefined, toThisMachine(trusts)),
    setUpAgain: async (again) => {
      const result = run(again, port);
      execFileSync(nginx, ['-t', '-q', '-c', main], { stdio: 'pipe' });
      child.kill('SIGHUP');
      return result;
    },
    end: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode === null && child.kill('SIGTERM')) await ended;
    },
  };
}
