import type { Label } from '../kernel/label';
import type { Form, ShapeRow } from './shape';

const say = (zh: string, en: string): Label => ({ zh, en });

/** What figures are counted in. Units of quantities come from the menu and stand as they are. */
export const COUNTED = {
  projects: say('个', 'projects'),
  compounds: say('个', 'compounds'),
  buildings: say('栋', 'buildings'),
  households: say('户', 'households'),
  area: say('㎡', '㎡'),
  places: say('处', 'places'),
  people: say('人', 'people'),
  reports: say('份', 'reports'),
  yuan: say('元', 'yuan'),
  wan: say('万元', '10,000 yuan'),
} as const;

type Of = {
  name: Label;
  unit: Label;
  form?: Form;
  definition: Label;
  clause: string;
  lacks?: Label;
};

/** A row that is reckoned from a fact. */
export const filled = (code: string, fact: string, { form = 'count', lacks, ...of }: Of): ShapeRow => ({
  ...{ code, ...of, form },
  source: { fact, lacks: lacks ?? null },
});

/** A row of the other system that nothing here records: its cell stays blank, with the reason. */
export const unfillable = (code: string, reason: Label, { form = 'count', ...of }: Omit<Of, 'lacks'>): ShapeRow => ({
  ...{ code, ...of, form },
  source: { unfillable: reason },
});
