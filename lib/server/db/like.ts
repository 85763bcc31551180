import 'server-only';

/** A pattern that finds the text as it was typed, wherever it stands. */
export const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
