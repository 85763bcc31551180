import { ledgerRulesOf } from '../rulebook/rulebook';
import type { Rulebook } from '../rulebook/schema';

interface Word {
  code: string;
  name: string;
  nameEn: string;
}
const word = ({ code, name, nameEn }: Word): Word => ({ code, name, nameEn });

/** The words of money that a rule book has: its sources with their kinds, purposes, and the menu. */
export function fundWords(rulebook: Rulebook) {
  return {
    sources: rulebook.funding.sources.map((one) => ({ ...word(one), kinds: one.kinds.map(word) })),
    earmarks: ledgerRulesOf(rulebook).earmarks.map(word),
    menu: rulebook.menu.map(word),
  };
}
