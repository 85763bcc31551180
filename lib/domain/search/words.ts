/** Most words that one search looks for; what comes behind them narrows nothing. */
const MOST_WORDS = 8;

/** What was typed, word by word, as it is compared: full-width letters and capitals are the same as their plain ones. */
export const wordsOf = (q: string): string[] =>
  q.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);

/** Whether it may be the first letters of Chinese words. */
export const mayBeInitials = (word: string): boolean => /^[a-z]{2,12}$/.test(word);
