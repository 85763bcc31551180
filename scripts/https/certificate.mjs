// Certificates of the office's own authority (RFC 5280): ECDSA P-256, SHA-256. Made with node:crypto alone.
import crypto from 'node:crypto';
import net from 'node:net';
import { bits, context, contextOf, integer, octets, oid, sequence, set, time, utf8, yes } from './der.mjs';
import { networkBytes } from './names.mjs';

const DAY_MS = 86_400_000;
const AUTHORITY_YEARS = 10;
/** Apple and Chrome refuse more than 398 days. */
export const SERVER_DAYS = 395;
/** A phone whose clock is a day slow trusts it too. */
const EARLIER_MS = DAY_MS;

const ECDSA_SHA256 = sequence(oid('1.2.840.10045.4.3.2'));
const SERVER_AUTH = oid('1.3.6.1.5.5.7.3.1');
const ALL_ADDRESSES = [Buffer.alloc(8), Buffer.alloc(32)];

const nameOf = (commonName) => sequence(set(sequence(oid('2.5.4.3'), utf8(commonName))));
const extension = (id, value, critical) => sequence(oid(id), ...(critical ? [yes()] : []), octets(value));
const spkiOf = (publicKey) => publicKey.export({ type: 'spki', format: 'der' });
/** RFC 7093: the first 160 bits of the SHA-256 of the key's 65 bytes. */
const keyId = (publicKey) =>
  crypto.createHash('sha256').update(spkiOf(publicKey).subarray(-65)).digest().subarray(0, 20);
const freshKey = () => crypto.generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** 127 random bits: nobody foresees a serial, and none is negative. */
function serial() {
  const bytes = crypto.randomBytes(16);
  bytes[0] = (bytes[0] & 0x7f) | 0x40;
  return bytes;
}

const dnsName = (host) => context(2, Buffer.from(host));
const addressBytes = (address) => Buffer.from(address.split('.').map(Number));
const generalName = (name) => (net.isIPv4(name) ? context(7, addressBytes(name)) : dnsName(name));

/**
 * What a certificate of this authority may be for. A kind of name that is not mentioned would be free, so where no
 * host (or no address) is permitted, all of that kind are excluded: IPv6 is always out.
 */
export function nameConstraints({ hosts, networks }) {
  const subtrees = (names) => names.map((name) => sequence(name));
  const permitted = [...hosts.map(dnsName), ...networks.map((network) => context(7, networkBytes(network)))];
  const excluded = [
    ...(hosts.length === 0 ? [dnsName('')] : []),
    ...(networks.length === 0 ? ALL_ADDRESSES.map((all) => context(7, all)) : []),
  ];
  return sequence(
    contextOf(0, ...subtrees(permitted)),
    ...(excluded.length > 0 ? [contextOf(1, ...subtrees(excluded))] : []),
  );
}

function sign({ subject, issuer, publicKey, notBefore, notAfter, extensions, by }) {
  const body = sequence(
    contextOf(0, integer(Buffer.from([2]))),
    integer(serial()),
    ECDSA_SHA256,
    nameOf(issuer),
    sequence(time(notBefore), time(notAfter)),
    nameOf(subject),
    spkiOf(publicKey),
    contextOf(3, sequence(...extensions)),
  );
  const der = sequence(body, ECDSA_SHA256, bits(crypto.sign('sha256', body, by)));
  return new crypto.X509Certificate(der);
}

const asPem = (key) => key.export({ type: 'pkcs8', format: 'pem' });

/** Signs servers only, and only those within `permitted`: whoever steals its key can pretend to be nobody else. */
export function makeAuthority({ permitted, now }) {
  const { publicKey, privateKey } = freshKey();
  const notBefore = new Date(now.getTime() - EARLIER_MS);
  const notAfter = new Date(now);
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + AUTHORITY_YEARS);
  const subject = `Anju Office CA ${now.toISOString().slice(0, 10)} ${keyId(publicKey).toString('hex', 0, 2).toUpperCase()}`;
  const extensions = [
    extension('2.5.29.19', sequence(yes(), integer(Buffer.from([0]))), true), // a CA, and none below it
    extension('2.5.29.15', bits(Buffer.from([0x06]), 1), true), // keyCertSign, cRLSign
    extension('2.5.29.37', sequence(SERVER_AUTH)), // no programs, no mail
    extension('2.5.29.30', nameConstraints(permitted), true),
    extension('2.5.29.14', octets(keyId(publicKey))),
  ];
  const certificate = sign({ subject, issuer: subject, publicKey, notBefore, notAfter, extensions, by: privateKey });
  return { certificate, key: asPem(privateKey) };
}

/** For the server that goes by these names; the first is what people type. */
export function makeServerCertificate({ names, authority, authorityKey, now }) {
  const { publicKey, privateKey } = freshKey();
  const notBefore = new Date(now.getTime() - EARLIER_MS);
  const extensions = [
    extension('2.5.29.19', sequence(), true),
    extension('2.5.29.15', bits(Buffer.from([0x80]), 7), true), // digitalSignature
    extension('2.5.29.37', sequence(SERVER_AUTH)),
    extension('2.5.29.17', sequence(...names.map(generalName))),
    extension('2.5.29.14', octets(keyId(publicKey))),
    extension('2.5.29.35', sequence(context(0, keyId(authority.publicKey)))),
  ];
  const certificate = sign({
    subject: 'Anju server', // no name of a host: where a certificate has none, some verifiers take this for one
    issuer: authority.subject.replace(/^CN=/, ''),
    publicKey,
    notBefore,
    notAfter: new Date(Math.min(notBefore.getTime() + SERVER_DAYS * DAY_MS, Date.parse(authority.validTo))),
    extensions,
    by: crypto.createPrivateKey(authorityKey),
  });
  return { certificate, key: asPem(privateKey) };
}

/** Names in the certificate, the first first. */
export const namesOf = (certificate) =>
  (certificate.subjectAltName ?? '').split(', ').flatMap((part) => /^(?:DNS|IP Address):(.+)$/.exec(part)?.[1] ?? []);

export const daysLeft = (certificate, now) => Math.floor((Date.parse(certificate.validTo) - now.getTime()) / DAY_MS);
