import 'server-only';
import { hasMethod, payersOf } from '@/lib/domain/plans/items';
import { type LineMethod, METHODS } from '@/lib/domain/plans/types';
import type { FundingSource } from '@/lib/domain/rulebook/schema-funding';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import type { Reader } from '@/lib/server/db/with-reader';

interface Payers {
  sources: { code: FundingSource; name: string; nameEn: string }[];
  rules: Record<string, { work: string; workEn: string; pays: FundingSource[] }[]>;
}

/** Who may pay, and what the plan's rule book suggests for each item and method ('C-R06/underground'). */
export async function payersFor(reader: Reader, planId: string): Promise<Payers> {
  const [row] = await reader.$queryRaw<
    { id: string }[]
  >`SELECT rulebook_id AS id FROM compound_plan WHERE id = ${planId}::uuid`;
  const rulebook = await rulebookOf(reader, row?.id ?? '');
  const ways = (item: (typeof rulebook.menu)[number]): (LineMethod | null)[] =>
    hasMethod(item) ? [null, ...METHODS] : [null];
  const rules = rulebook.menu.flatMap((item) =>
    ways(item).map((method) => {
      const found = payersOf(rulebook, item, method).map(({ work, workEn, pays }) => ({ work, workEn, pays }));
      return [`${item.code}/${method ?? ''}`, found] as const;
    }),
  );
  return {
    sources: rulebook.funding.sources.map(({ code, name, nameEn }) => ({ code, name, nameEn })),
    rules: Object.fromEntries(rules.filter(([, found]) => found.length > 0)),
  };
}
