// What https:setup keeps, in <data folder>/https: the authority, the server's certificate, what was asked for.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Advice } from '../progress.mjs';
import { nameConstraints } from './certificate.mjs';

export const filesIn = (folder) => ({
  authority: path.join(folder, 'ca.crt'),
  authorityKey: path.join(folder, 'ca.key'),
  certificate: path.join(folder, 'server.crt'),
  key: path.join(folder, 'server.key'),
  choices: path.join(folder, 'https.json'),
  nginx: path.join(folder, 'nginx.conf'),
});

const SECRET = 0o600;
const PUBLIC = 0o644;

/** Whole or not at all: nginx may read it at any moment. */
function write(file, text, mode) {
  const half = `${file}.${process.pid}`;
  fs.writeFileSync(half, text, { mode });
  fs.chmodSync(half, mode);
  fs.renameSync(half, file);
}

export function openFolder(folder) {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o755 });
    fs.accessSync(folder, fs.constants.R_OK | fs.constants.W_OK);
  } catch (error) {
    throw new Advice(
      `文件夹 ${folder} 读写不了（${error.code}）。请用运行安居的账号执行本命令，或检查 ANJU_DATA_DIR。\n` +
        `The folder cannot be read and written: run this command as the account that runs Anju, or check ANJU_DATA_DIR.`,
    );
  }
  return filesIn(folder);
}

const read = (file) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null);

export const readChoices = (files) => JSON.parse(read(files.choices) ?? '{}');
export const saveChoices = (files, choices) => write(files.choices, `${JSON.stringify(choices, null, 2)}\n`, PUBLIC);
export const saveNginx = (files, text) => write(files.nginx, text, PUBLIC);

const certificateIn = (file) => {
  const text = read(file);
  try {
    return text && new crypto.X509Certificate(text);
  } catch {
    throw new Advice(`${file} 不是证书，请从备份恢复 is no certificate: put it back from a backup.`);
  }
};

const DAMAGED =
  '与 https.json 记的不一致：文件被改过或来自别处。请从备份恢复整个 https 文件夹 does not agree with https.json: put the whole folder back from a backup';

/** The authority that is there, or null; never half of one. Its key may be kept elsewhere: then `key` is null. */
export function readAuthority(files, { permitted }) {
  const certificate = certificateIn(files.authority);
  if (!certificate) {
    if (!fs.existsSync(files.authorityKey)) return null;
    throw new Advice(
      `有 ca.key 而没有 ca.crt：请从备份恢复 ca.key is there without ca.crt: put it back from a backup.`,
    );
  }
  const key = read(files.authorityKey);
  if (key && !certificate.checkPrivateKey(crypto.createPrivateKey(key)))
    throw new Advice(`ca.key 不是 ca.crt 的私钥 is not the key of ca.crt`);
  if (!permitted || !certificate.raw.includes(nameConstraints(permitted)))
    throw new Advice(`${files.authority} ${DAMAGED}`);
  return { certificate, key };
}

export function saveAuthority(files, { certificate, key }) {
  write(files.authorityKey, key, SECRET);
  write(files.authority, certificate.toString(), PUBLIC);
}

/** The server's certificate, or null where there is none, where its key is not its own, or another authority made it. */
export function readServer(files, authority) {
  const certificate = certificateIn(files.certificate);
  const key = read(files.key);
  if (!certificate || !key || !certificate.checkPrivateKey(crypto.createPrivateKey(key))) return null;
  return certificate.verify(authority.publicKey) ? certificate : null;
}

export function saveServer(files, { certificate, key }) {
  write(files.key, key, SECRET);
  write(files.certificate, certificate.toString(), PUBLIC);
}
