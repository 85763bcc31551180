import 'server-only';

// Controls, separators of paths and what Windows refuses in a name.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069<>:"/\\|?*]/g;

/** Of a name that was sent its last part, without what no file may be called. */
export const cleanName = (sent: string): string =>
  (sent.normalize('NFC').split(/[/\\]/).at(-1) ?? '').replace(UNSAFE, '').replace(/^\.+/, '');
