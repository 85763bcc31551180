import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, stat, unlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeAuthority, makeServerCertificate, namesOf } from '@/scripts/https/certificate.mjs';
import { permittedBy } from '@/scripts/https/names.mjs';
import { readOptions } from '@/scripts/https/options.mjs';
import { setUp } from '@/scripts/https-setup.mjs';

const NAMES = ['anju.office.local', '192.168.1.20'];
const DAY = 86_400_000;
// a certificate says whole seconds; at one of them it would have a whole day more left
const today = new Date(Math.floor(Date.now() / 1000) * 1000 + 500);
const later = (days: number) => new Date(today.getTime() + days * DAY);

/** What OpenSSL, as every client here, says of a server that shows this certificate under this name. */
async function verdict(authority: string, made: { certificate: { toString(): string }; key: string }, name: string) {
  const server = tls.createServer({ cert: made.certificate.toString(), key: made.key }, (socket) => socket.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const said = await new Promise<string>((resolve) => {
    const socket = tls.connect(
      {
        port,
        ca: authority,
        host: '127.0.0.1',
        servername: /[a-z]/.test(name) ? name : '',
        checkServerIdentity: (_, peer) => tls.checkServerIdentity(name, peer),
      },
      () => resolve('trusted'),
    );
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(`${error.code} ${error.message}`));
    socket.on('secureConnect', () => socket.end());
  });
  await new Promise((resolve) => server.close(resolve));
  return said;
}

const authorityFor = (names: string[], more: string[] = []) =>
  makeAuthority({ permitted: permittedBy(names, more), now: today });
const issue = (authority: ReturnType<typeof makeAuthority>, names: string[]) =>
  makeServerCertificate({ names, authority: authority.certificate, authorityKey: authority.key, now: today });

test('whoever trusts the authority trusts the server under each of its names, and under no other', async () => {
  const authority = authorityFor(NAMES);
  const server = issue(authority, NAMES);
  const root = authority.certificate.toString();
  for (const name of NAMES) expect(await verdict(root, server, name), name).toBe('trusted');
  expect(await verdict(root, server, 'other.office.local')).toContain('ERR_TLS_CERT_ALTNAME_INVALID');
  expect(await verdict(authorityFor(NAMES).certificate.toString(), server, 'anju.office.local')).not.toBe('trusted');
});

test.each([
  ['another host', NAMES, ['www.baidu.com'], 'permitted subtree violation'],
  ['a sister of the host', NAMES, ['mail.office.local'], 'permitted subtree violation'],
  ['another address', NAMES, ['192.168.1.21'], 'permitted subtree violation'],
  ['a host, of an authority for addresses', ['192.168.1.20'], ['anju.local'], 'excluded subtree violation'],
  ['an address, of an authority for hosts', ['anju.local'], ['192.168.1.20'], 'excluded subtree violation'],
])('a stolen authority can pretend to be nobody else: %s', async (_, own, foreign, says) => {
  const authority = authorityFor(own);
  const said = await verdict(authority.certificate.toString(), issue(authority, foreign), foreign[0] ?? '');
  expect(said).toContain(says);
});

test('no certificate is like another, none lasts too long, and none is an authority', () => {
  const authority = authorityFor(NAMES);
  const [one, two] = [issue(authority, NAMES).certificate, issue(authority, NAMES).certificate];
  expect(one.serialNumber).not.toBe(two.serialNumber);
  expect(one.serialNumber).toHaveLength(32);
  expect((Date.parse(one.validTo) - Date.parse(one.validFrom)) / DAY).toBe(395);
  expect(
    (Date.parse(authority.certificate.validTo) - Date.parse(authority.certificate.validFrom)) / DAY / 365.25,
  ).toBeCloseTo(10, 1);
  expect([authority.certificate.ca, one.ca]).toEqual([true, false]);
  expect(one.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
  expect(one.checkIssued(authority.certificate)).toBe(true);
});

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'anju-https-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const run = (words: string[], now = today, more: Record<string, string> = {}) =>
  setUp({ given: readOptions(words), settings: { ANJU_DATA_DIR: dir, PORT: '3000', ...more }, now });
const withNames = NAMES.flatMap((name) => ['--name', name]);
const in_ = (file: string) => path.join(dir, 'https', file);

test('the command again keeps the authority; the server’s certificate is renewed when it is time, by a key of its own', async () => {
  const first = run(withNames);
  expect([first.made, first.issued]).toEqual([true, 'missing']);
  for (const [file, mode] of [
    ['ca.key', 0o600],
    ['server.key', 0o600],
    ['server.crt', 0o644],
  ] as const)
    expect((await stat(in_(file))).mode & 0o777, file).toBe(mode);
  const again = run(withNames);
  expect([again.made, again.issued, again.server.serialNumber]).toEqual([false, null, first.server.serialNumber]);
  expect(run(['--renew'], later(300)).issued).toBeNull();
  const key = await readFile(in_('server.key'), 'utf8');
  const renewed = run(['--renew'], later(340));
  expect([renewed.issued, renewed.left]).toEqual(['expiring', 393]);
  expect(await readFile(in_('server.key'), 'utf8')).not.toBe(key);
  expect(renewed.authority.fingerprint256).toBe(first.authority.fingerprint256);
  expect(run(['--renew'], later(340)).issued).toBeNull();
  expect(run(['--renew', '--now'], later(340)).issued).toBe('asked');
});

test('half of a pair is made whole; an authority is never made anew over what is left of one', async () => {
  run(withNames);
  await unlink(in_('server.key'));
  expect(run(['--renew']).issued).toBe('missing');
  await unlink(in_('ca.key'));
  expect(run(['--renew']).issued).toBeNull();
  expect(() => run(['--renew', '--now'])).toThrow(/ca\.key 不在/);
  await writeFile(in_('ca.crt'), 'nonsense');
  expect(() => run(['--renew'])).toThrow(/不是证书/);
});

test('another name needs the authority’s permission, given when it was made', () => {
  run([...withNames, '--permit', '192.168.1.0/24']);
  const more = run(['--name', 'anju.office.local', '--name', '192.168.1.99']);
  expect([more.issued, namesOf(more.server)]).toEqual(['names', ['anju.office.local', '192.168.1.99']]);
  expect(() => run(['--name', 'files.office.local'])).toThrow(/只能为 anju\.office\.local/);
});

test('constraints that do not agree with what is written beside them are not believed', async () => {
  run(withNames);
  const choices = JSON.parse(await readFile(in_('https.json'), 'utf8'));
  choices.permitted.hosts.push('www.baidu.com');
  await writeFile(in_('https.json'), JSON.stringify(choices));
  expect(() => run(['--name', 'www.baidu.com', '--accept-public'])).toThrow(/不一致/);
});

test('a clock that was set back, an authority that is over: sentences', () => {
  run(withNames);
  expect(() => run(['--renew'], later(-30))).toThrow(/时间/);
  expect(() => run(['--renew'], later(3660))).toThrow(/已到期/);
});

test.each([
  [[], /请给出名称/],
  [['--renew'], /请给出名称/],
  [['--name', 'www.baidu.com'], /正规证书机构/],
  [['--nmae', 'x'], /--nmae/],
  [['--name', 'anju', '--http-port', '99999'], /--http-port/],
  [['--name', 'anju', '--public-listen', 'x:1'], /--public-listen/],
  [['--name', 'anju', '--public-cert', '/etc/hostname'], /一起给出/],
  [['--name', 'anju', '--log-dir', 'relative'], /--log-dir/],
])('%j is refused with a sentence', (words, says) => {
  expect(() => run(words as string[])).toThrow(says);
});

test('a folder that cannot be written is said by its path', async () => {
  await writeFile(path.join(dir, 'https'), 'a file where the folder should be');
  expect(() => run(withNames)).toThrow(new RegExp(`${dir}/https`));
});
