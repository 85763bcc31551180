#!/usr/bin/env node
// npm run https:setup -- --name anju.office.local --name 192.168.1.20: the office's own certificate authority (made once),
// the server's certificate, and the nginx configuration; the same again renews. docs/operations/https.md.
import path from 'node:path';
import { daysLeft, makeAuthority, makeServerCertificate, namesOf } from './https/certificate.mjs';
import {
  openFolder,
  readAuthority,
  readChoices,
  readServer,
  saveAuthority,
  saveChoices,
  saveNginx,
  saveServer,
} from './https/folder.mjs';
import { isPermitted, permittedBy } from './https/names.mjs';
import { nginxText } from './https/nginx.mjs';
import { choose, readOptions, USAGE } from './https/options.mjs';
import { isMain } from './paths.mjs';
import { Advice, explain } from './progress.mjs';
import { readSecrets } from './secrets.mjs';
import { readSettings } from './settings.mjs';

/** Fewer days than this and the server gets a new certificate: the page warns from 30 on, so there is time for both. */
const RENEW_DAYS = 60;

const fingerprint = ({ fingerprint256 }) => fingerprint256;

function notPermitted(names, permitted) {
  const outside = names.filter((name) => !isPermitted(name, permitted));
  if (outside.length === 0) return;
  const may = [...permitted.hosts, ...permitted.networks].join('、');
  throw new Advice(
    `本单位的证书颁发机构只能为 ${may} 签发，不含 ${outside.join('、')}。要增加，须另建颁发机构并在每台设备上重新安装（docs/operations/https.md“重建”）。\n` +
      `The authority may only vouch for ${may}, not for ${outside.join(', ')}: another name takes a new authority, installed on every device again.`,
  );
}

/** A machine that lost its time would make certificates that nobody accepts. */
function checkClock(authority, now) {
  if (Date.parse(authority.validFrom) > now.getTime())
    throw new Advice(
      `本机时间 ${now.toISOString()} 早于证书颁发机构的建立时间，请先校准时间 This machine's clock is before the authority was made: set it first.`,
    );
  if (Date.parse(authority.validTo) < now.getTime())
    throw new Advice(
      '证书颁发机构已到期，请按 docs/operations/https.md“重建” The authority has expired: make it anew as docs/operations/https.md says.',
    );
}

/** Why the server needs another certificate, or null. */
function reasonToIssue(server, { names, now, given }) {
  if (!server) return 'missing';
  if (given.now) return 'asked';
  if (namesOf(server).join() !== names.join()) return 'names';
  return daysLeft(server, now) < RENEW_DAYS ? 'expiring' : null;
}

function issueServer(files, { names, authority, now }) {
  if (!authority.key)
    throw new Advice(
      `ca.key 不在：请把保管的 ca.key 放回 ${files.authorityKey} 再运行，用完可再取走。Put ca.key back from where it is kept, then run this again.`,
    );
  const fresh = makeServerCertificate({ names, authority: authority.certificate, authorityKey: authority.key, now });
  saveServer(files, fresh);
  return fresh.certificate;
}

/**
 * The whole of it, apart from the words printed. `settings` are those of scripts/settings.mjs.
 * @param {{ given: Record<string, any>, settings: Record<string, string>, now?: Date }} asked
 */
export function setUp({ given, settings, now = new Date() }) {
  const files = openFolder(path.join(settings.ANJU_DATA_DIR, 'https'));
  const choices = choose(given, readChoices(files));
  let authority = readAuthority(files, choices);
  const made = !authority;
  if (authority) {
    checkClock(authority.certificate, now);
    notPermitted(choices.names, choices.permitted);
  } else {
    choices.permitted = permittedBy(choices.names, given.permit);
    authority = makeAuthority({ permitted: choices.permitted, now });
    saveChoices(files, choices);
    saveAuthority(files, authority);
  }
  const kept = readServer(files, authority.certificate);
  const issued = reasonToIssue(kept, { names: choices.names, now, given });
  const server = kept && !issued ? kept : issueServer(files, { names: choices.names, authority, now });
  if (!given.renew) {
    saveChoices(files, choices);
    const { PORT: port, ANJU_PUBLIC_URL: publicUrl, ANJU_PUBLIC_PORT: publicPort } = settings;
    saveNginx(files, nginxText({ ...choices, port, publicUrl, publicPort, files, made: now.toISOString() }));
  }
  return { files, choices, made, issued, authority: authority.certificate, server, left: daysLeft(server, now) };
}

function report({ files, choices, made, issued, authority, left }, { renew }) {
  const [name] = choices.names;
  const port = choices.httpsPort === 443 ? '' : `:${choices.httpsPort}`;
  console.log(
    `${made ? '✓ 已建立证书颁发机构 authority made' : '✓ 证书颁发机构未变 authority unchanged'}  ${files.authority}`,
  );
  console.log(`  SHA-256 ${fingerprint(authority)}`);
  console.log(
    `✓ ${issued ? '已签发服务器证书 server certificate issued' : '服务器证书未变 server certificate unchanged'}：${choices.names.join('、')}，还有 ${left} 天 days left`,
  );
  if (renew) {
    if (issued) console.log('  请让 nginx 换上 let nginx take it: nginx -s reload');
    return;
  }
  console.log(`✓ ${files.nginx}

接下来 next:
  1. ln -s ${files.nginx} /etc/nginx/conf.d/anju.conf（并删除 nginx 自带的 default 站点 and remove nginx's own default site），nginx -t && nginx -s reload
  2. NEXTAUTH_URL=https://${name}${port} ANJU_TRUST_PROXY=1 npm start
  3. 把上面的 SHA-256 指纹抄在纸上；手机和电脑打开 http://${name}/certificate 安装 write the fingerprint on paper; devices open that page
  4. 把 ca.key 另存到离线介质并保管好；每月运行 npm run https:setup -- --renew 一次 keep a copy of ca.key offline; run --renew each month
  docs/operations/https.md`);
}

if (isMain(import.meta)) {
  try {
    const given = readOptions(process.argv.slice(2));
    if (given.help) console.log(USAGE);
    else report(setUp({ given, settings: readSettings(process.env, readSecrets()) }), given);
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  }
}
