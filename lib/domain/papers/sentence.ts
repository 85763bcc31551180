/** What somebody wrote, closed with a full stop where they left it open. */
export const ended = (text: string): string => (/[。！？；]$/.test(text.trim()) ? text.trim() : `${text.trim()}。`);
