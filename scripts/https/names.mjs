// Which names the office's own authority may vouch for: those that nobody else in the world can have.
import net from 'node:net';

const PRIVATE = [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
];
const privateAddresses = new net.BlockList();
for (const [address, length] of PRIVATE) privateAddresses.addSubnet(address, length);

/** Ends of names that no registry gives out (RFC 6762, RFC 8375, ICANN's .internal, and those that it never delegates). */
const PRIVATE_ENDS = [
  'corp',
  'home',
  'home.arpa',
  'internal',
  'intranet',
  'lan',
  'local',
  'localdomain',
  'localhost',
  'private',
  'test',
];

const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;
const isHost = (name) =>
  name.length <= 253 && name.split('.').every((label) => LABEL.test(label)) && !/(?:^|\.)\d+$/.test(name);
const isPrivateHost = (name) =>
  !name.includes('.') || PRIVATE_ENDS.some((end) => name === end || name.endsWith(`.${end}`));

const NO_NAME =
  '不是主机名或 IPv4 地址：只写名称本身，如 anju.office.local 或 192.168.1.20（不带 https://、端口、通配符 *；名称只用字母、数字和 -） is no host name or IPv4 address: write the name alone, such as anju.office.local or 192.168.1.20';
const PUBLIC_NAME =
  '是互联网上的名称：请向正规证书机构申请证书（见 docs/operations/https.md），或改用内部名称，如 anju.office.local。确属本单位、只在内部网络使用的，加 --accept-public is a name of the internet: get its certificate from a real authority, or use an internal name such as anju.office.local; if it is the office’s own and used inside only, add --accept-public';
const PUBLIC_ADDRESS =
  '不是内部网络的地址（10.x、172.16–31.x、192.168.x）。确属本单位（如政务外网地址）的，加 --accept-public is no address of an internal network; if it is the office’s own, add --accept-public';

/** A sentence that says what is wrong with a name, or null. */
export function nameComplaint(name, { acceptPublic = false } = {}) {
  if (net.isIPv4(name)) return acceptPublic || privateAddresses.check(name) ? null : `${name} ${PUBLIC_ADDRESS}`;
  if (!isHost(name)) return `${name} ${NO_NAME}`;
  return acceptPublic || isPrivateHost(name) ? null : `${name} ${PUBLIC_NAME}`;
}

const asNumber = (address) => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
const maskOf = (length) => (length === 0 ? 0 : (0xffffffff << (32 - length)) >>> 0);
const asBytes = (number) => Buffer.from([24, 16, 8, 0].map((shift) => (number >>> shift) & 0xff));

/** '192.168.1.0/24' → { address, length }, or null. */
function parseNetwork(text) {
  const [, address, length] = /^(\d+\.\d+\.\d+\.\d+)\/(\d{1,2})$/.exec(text) ?? [];
  return address && net.isIPv4(address) && Number(length) <= 32 ? { address, length: Number(length) } : null;
}

/** Address and mask, as a name constraint holds them. */
export function networkBytes(text) {
  const { address, length } = parseNetwork(text);
  const mask = maskOf(length);
  return Buffer.concat([asBytes((asNumber(address) & mask) >>> 0), asBytes(mask)]);
}

function networkComplaint(text, { acceptPublic }) {
  const { address, length } = parseNetwork(text);
  const first = (asNumber(address) & maskOf(length)) >>> 0;
  const last = (first | ~maskOf(length)) >>> 0;
  const inside = PRIVATE.some(([start, size]) => {
    const from = asNumber(start);
    return from <= first && last <= (from | ~maskOf(size)) >>> 0;
  });
  return inside || (acceptPublic && length >= 16) ? null : `${text} ${PUBLIC_ADDRESS}`;
}

/**
 * What the authority may ever vouch for: the names themselves, and what is permitted beyond them (hosts, networks).
 * @param {string[]} names
 * @param {string[]} [more]
 */
export function permittedBy(names, more = []) {
  const all = [...names, ...more];
  const networks = all.flatMap((one) => (net.isIPv4(one) ? [`${one}/32`] : parseNetwork(one) ? [one] : []));
  return {
    hosts: [...new Set(all.filter((one) => !net.isIPv4(one) && !parseNetwork(one)))],
    networks: [...new Set(networks)],
  };
}

/**
 * Complaints about everything that was asked for, all at once.
 * @param {{ names: string[], permit?: string[], acceptPublic?: boolean }} asked
 */
export function complaintsOf({ names, permit = [], acceptPublic = false }) {
  const about = (one) =>
    parseNetwork(one) ? networkComplaint(one, { acceptPublic }) : nameComplaint(one, { acceptPublic });
  return [...names.map((name) => nameComplaint(name, { acceptPublic })), ...permit.map(about)].filter(Boolean);
}

/** Whether the authority's constraints cover the name: a permitted host covers what stands below it. */
export function isPermitted(name, { hosts, networks }) {
  if (!net.isIPv4(name)) return hosts.some((host) => name === host || name.endsWith(`.${host}`));
  return networks.some((network) => {
    const { address, length } = parseNetwork(network);
    return ((asNumber(address) ^ asNumber(name)) & maskOf(length)) === 0;
  });
}
