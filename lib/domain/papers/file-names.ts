// Controls, separators of paths and what Windows refuses in a name.
const UNSAFE = /[\p{Cc}\p{Cf}<>:"/\\|?*]/gu;

/** A name that every system takes as part of a path. */
export const safeName = (name: string): string => name.replace(UNSAFE, '').replace(/^\.+/, '').trim().slice(0, 80);

/** .pdf, where a file says what it is; else nothing. */
export const endingOf = (name: string): string => /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0].toLowerCase() ?? '';
