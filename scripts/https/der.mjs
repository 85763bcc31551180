// The few shapes of DER (X.690) that a certificate is made of.

const lengthOf = (size) => {
  if (size < 128) return Buffer.from([size]);
  const bytes = Buffer.from(size.toString(16).padStart(size > 0xffff ? 6 : size > 0xff ? 4 : 2, '0'), 'hex');
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes]);
};

/** One value: its tag, its length, what it holds. */
export function tagged(tag, ...parts) {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
}

export const sequence = (...parts) => tagged(0x30, ...parts);
export const set = (...parts) => tagged(0x31, ...parts);
export const utf8 = (text) => tagged(0x0c, Buffer.from(text));
export const octets = (bytes) => tagged(0x04, bytes);
export const bits = (bytes, unused = 0) => tagged(0x03, Buffer.from([unused]), bytes);
export const yes = () => tagged(0x01, Buffer.from([0xff]));

/** A number that is not negative, big-endian: a leading bit would be read as its sign. */
export function integer(bytes) {
  const first = bytes.findIndex((byte) => byte !== 0);
  const short = first < 0 ? Buffer.from([0]) : bytes.subarray(first);
  return tagged(0x02, short[0] & 0x80 ? Buffer.concat([Buffer.from([0]), short]) : short);
}

/** [n], as it stands in a CHOICE or in place of a tag. */
export const context = (number, bytes) => tagged(0x80 | number, bytes);
export const contextOf = (number, ...parts) => tagged(0xa0 | number, ...parts);

const base128 = (number) => {
  const bytes = [number & 0x7f];
  for (let rest = number >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 0x7f) | 0x80);
  return Buffer.from(bytes);
};

/** '2.5.29.17' */
export function oid(dotted) {
  const [first, second, ...rest] = dotted.split('.').map(Number);
  return tagged(0x06, ...[first * 40 + second, ...rest].map(base128));
}

/** Until 2049 with two digits of the year, then with four (RFC 5280, 4.1.2.5). */
export function time(date) {
  const digits = `${date.toISOString().replace(/[-:T]|\.\d+/g, '')}`;
  return date.getUTCFullYear() < 2050 ? tagged(0x17, Buffer.from(digits.slice(2))) : tagged(0x18, Buffer.from(digits));
}
