// Without what is mistaken when read out or copied by hand (0 o 1 l i); 32 characters, five bits each.
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789R';
export const ONE_TIME_BYTES = 16;

/** 80 bits of chance as four groups of four, to be read out or written on paper once: 'k7fm-29xq-hd4w-tbn8'. */
export function oneTimePassword(random: Uint8Array): string {
  const characters = [...random.subarray(0, ONE_TIME_BYTES)].map((byte) => ALPHABET[byte & 31] ?? 'a');
  return [0, 4, 8, 12].map((start) => characters.slice(start, start + 4).join('')).join('-');
}
