import type { Rulebook } from '../../rulebook/schema';
import type { Measure } from '../../rulebook/schema-scoring';

/** A name of the rule book, in both languages. */
export interface Named {
  name: string;
  nameEn: string;
}

function moneyName(source: string, kind: string | null, { funding }: Rulebook): Named {
  const found = funding.sources.find(({ code }) => code === source);
  const of = found?.kinds.find(({ code }) => code === kind);
  const [name, nameEn] = [found?.name ?? source, found?.nameEn ?? source];
  return of ? { name: `${name}，${of.name}`, nameEn: `${nameEn}: ${of.nameEn}` } : { name, nameEn };
}

/** Money by its source, items by their names, as the rule book has them: two tests of one kind do not read alike. */
export function aboutOf(measure: Measure, book: Rulebook): Named[] {
  if (measure.measure === 'moneyReceived') return measure.from.map(({ source, kind }) => moneyName(source, kind, book));
  if (measure.measure !== 'itemPlanned') return [];
  return measure.items.map((code) => {
    const { name, nameEn } = book.menu.find((item) => item.code === code) ?? { name: code, nameEn: code };
    return { name, nameEn };
  });
}
