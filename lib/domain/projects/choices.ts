/** A compound that could be in a project. */
export interface CompoundChoice {
  id: string;
  name: string;
  place: string;
  pinyin: string;
  households: number;
  /** the first vote was certified as passed */
  passed: boolean;
  projects: { year: number; code: string }[];
}

export interface EntityChoices {
  towns: { id: string; name: string }[];
  companies: { id: string; name: string }[];
}

/** A word of the rule book in both languages. */
export interface Worded {
  code: string;
  name: string;
  nameEn: string;
}
