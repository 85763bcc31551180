// The words of https:setup on the command line: parsed, refused with a sentence, joined with what was chosen before.
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { Advice } from '../progress.mjs';
import { complaintsOf } from './names.mjs';
import { isListen } from './nginx.mjs';

const text = { type: 'string' };
const several = { type: 'string', multiple: true };
const flag = { type: 'boolean' };
const OPTIONS = {
  name: several,
  permit: several,
  'accept-public': flag,
  renew: flag,
  now: flag,
  listen: text,
  'http-port': text,
  'https-port': text,
  'log-dir': text,
  'public-listen': text,
  'public-cert': text,
  'public-key': text,
  help: flag,
};

export const USAGE = `npm run https:setup -- --name anju.office.local --name 192.168.1.20

  --name NAME          人们打开系统所用的名称或地址，可多个，第一个为主 a name or address that people open; the first is the main one
  --permit NAME|NET    今后可能增加的名称或网段（如 192.168.0.0/16），只在第一次有效 what may be added later; counts the first time only
  --renew              只在快到期（60 天内）时换服务器证书 a new server certificate when fewer than 60 days are left, else nothing
  --now                立即换服务器证书（如私钥泄露）a new server certificate now
  --listen ADDRESS     只在本机的这个地址上监听（服务器有内外两块网卡时）listen on this address of the machine only
  --http-port, --https-port PORT   默认 80、443
  --log-dir DIR        nginx 日志，默认 /var/log/nginx
  --public-listen [ADDRESS:]PORT   居民地址（ANJU_PUBLIC_URL）的监听端口 where the residents' address listens
  --public-cert FILE --public-key FILE   居民地址的正式证书 its certificate from a real authority
  --accept-public      名称是本单位自己的，虽不是内部名称 the names are the office's own though not of an internal kind`;

const ports = ['http-port', 'https-port'];
const isPort = (given) => /^\d{1,5}$/.test(given) && Number(given) >= 1 && Number(given) <= 65535;
const isPathForNginx = (file) => /^\/[\w./@+-]+$/.test(file);

function complaints(given) {
  const found = complaintsOf({
    names: given.name ?? [],
    permit: given.permit ?? [],
    acceptPublic: given['accept-public'],
  });
  for (const name of ports)
    if (given[name] && !isPort(given[name])) found.push(`--${name} 须为 1–65535 的端口号 must be a port`);
  if (given.listen && !isListen(`${given.listen}:80`))
    found.push('--listen 须为本机的 IPv4 地址 must be an IPv4 address of this machine');
  if (given['public-listen'] && !isListen(given['public-listen']))
    found.push('--public-listen 须为端口或 地址:端口 must be a port, or an address with one: 8443, 10.0.0.5:443');
  for (const name of ['log-dir', 'public-cert', 'public-key']) {
    const file = given[name];
    if (file && !(isPathForNginx(file) && fs.existsSync(file)))
      found.push(
        `--${name} ${file} 须为存在的绝对路径，不含空格和中文 must be an absolute path that exists, without spaces`,
      );
  }
  if (Boolean(given['public-cert']) !== Boolean(given['public-key']))
    found.push('--public-cert 与 --public-key 须一起给出 must be given together');
  return found;
}

/** Throws with every complaint at once. */
export function readOptions(args) {
  let given;
  try {
    given = parseArgs({ args, options: OPTIONS }).values;
  } catch (error) {
    throw new Advice(`${error.message}\n\n${USAGE}`);
  }
  if (given.name) given.name = [...new Set(given.name.map((name) => name.toLowerCase()))];
  if (given.permit) given.permit = given.permit.map((name) => name.toLowerCase());
  const found = complaints(given);
  if (found.length) throw new Advice(found.join('\n'));
  return given;
}

/** What is kept in https.json: given now, else chosen before, else as usual. */
export function choose(given, before) {
  const publicCertificate = given['public-cert'] ?? before.publicCertificate;
  const names = given.name ?? before.names ?? [];
  if (names.length === 0) throw new Advice(`请给出名称 Name the server first:\n\n${USAGE}`);
  return {
    names,
    permitted: before.permitted,
    listen: given.listen ?? before.listen,
    httpPort: Number(given['http-port'] ?? before.httpPort ?? 80),
    httpsPort: Number(given['https-port'] ?? before.httpsPort ?? 443),
    logFolder: given['log-dir'] ?? before.logFolder ?? '/var/log/nginx',
    publicListen: given['public-listen'] ?? before.publicListen ?? (publicCertificate ? '8443' : '8080'),
    publicCertificate,
    publicKey: given['public-key'] ?? before.publicKey,
  };
}
