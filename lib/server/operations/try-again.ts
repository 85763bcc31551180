import 'server-only';

/**
 * Kinds of job that may be tried again by hand after they were given up: done twice is done once. An import is not among them: its clerk
 * was told that it failed, and sends the file in again.
 */
const SAFE_AGAIN = [
  'export.make',
  'file.thumbnail',
  'audit.seal',
  'imports.clean',
  'lights.reckon',
  'month.end',
  'reminders.make',
  'scores.keep',
  'works.fold',
];

export const mayTryAgain = (name: string): boolean => SAFE_AGAIN.includes(name);
