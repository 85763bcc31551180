import type { MenuItem, Rulebook } from '../rulebook/schema';
import type { FactEntries } from './facts';
import type { Fact } from './fill';
import { measured, OTHER_CLASS } from './work-rows';

/** What the final plans of a unit's compounds have of an item of the menu, or of one that the menu lacks. */
export interface ItemWorks {
  item: string;
  /** places to be done, and of these those registered as complete */
  planned: number;
  completed: number;
  /** fen; of places with a cost */
  cost: bigint;
  uncosted: number;
  /** 0.01 of the item's usual unit; places that have none, or in another unit */
  quantity: bigint;
  unmeasured: number;
  quantityDone: bigint;
  unmeasuredDone: number;
}

export interface Works {
  items: readonly ItemWorks[];
  /** compounds with at least one place of the class */
  compounds: ReadonlyMap<string, number>;
  /** the year's compounds with a final plan, and without */
  plans: { known: number; missing: number };
  /** fen by item; '' fees */
  paid: ReadonlyMap<string, bigint>;
}

const NO_WORKS: Omit<ItemWorks, 'item'> = {
  ...{ planned: 0, completed: 0, cost: 0n, uncosted: 0 },
  ...{ quantity: 0n, unmeasured: 0, quantityDone: 0n, unmeasuredDone: 0 },
};

const add = (one: Omit<ItemWorks, 'item'>, other: Omit<ItemWorks, 'item'>): Omit<ItemWorks, 'item'> => ({
  planned: one.planned + other.planned,
  completed: one.completed + other.completed,
  cost: one.cost + other.cost,
  uncosted: one.uncosted + other.uncosted,
  quantity: one.quantity + other.quantity,
  unmeasured: one.unmeasured + other.unmeasured,
  quantityDone: one.quantityDone + other.quantityDone,
  unmeasuredDone: one.unmeasuredDone + other.unmeasuredDone,
});

/** Works by item of the menu and by 基础类, 完善类, 提升类 of the year's rule book. */
export function workFacts({ items, compounds, plans, paid }: Works, rulebook: Rulebook): FactEntries {
  const classOf = new Map(rulebook.menu.map(({ code, class: of }) => [code, of as string]));
  const found = new Map(items.map((one) => [one.item, one]));
  const counted = (value: number): Fact => ({ value: BigInt(value), ...plans });
  /** also what is planned without a figure is lacking */
  const partly = (value: bigint, without: number, of: number): Fact => ({
    value,
    known: plans.known > 0 && of > without ? of - without : of === 0 ? plans.known : 0,
    missing: plans.missing + without,
  });
  const classFacts = [...rulebook.menuClasses.map(({ code }) => code as string), OTHER_CLASS].flatMap(
    (code): FactEntries => {
      const own = items.filter(({ item }) => (classOf.get(item) ?? OTHER_CLASS) === code);
      const { planned, completed, cost, uncosted } = own.reduce<Omit<ItemWorks, 'item'>>(add, NO_WORKS);
      const spent = [...paid].filter(([item]) => item !== '' && (classOf.get(item) ?? OTHER_CLASS) === code);
      const value = spent.reduce((sum, [, fen]) => sum + fen, 0n);
      return [
        [`works.compounds.${code}`, counted(compounds.get(code) ?? 0)],
        [`works.planned.${code}`, counted(planned)],
        [`works.completed.${code}`, counted(completed)],
        [`works.cost.${code}`, partly(cost, uncosted, planned)],
        [`works.paid.${code}`, { value, known: 1, missing: 0 }],
      ];
    },
  );
  const placeFacts = rulebook.menu.flatMap(({ code }): FactEntries => {
    const { planned, completed } = found.get(code) ?? NO_WORKS;
    return [
      [`item.planned.${code}`, counted(planned)],
      [`item.completed.${code}`, counted(completed)],
    ];
  });
  const quantityFacts = measured(rulebook).flatMap(({ code }: MenuItem): FactEntries => {
    const of = found.get(code) ?? NO_WORKS;
    return [
      [`item.quantity.${code}`, partly(of.quantity, of.unmeasured, of.planned)],
      [`item.quantityDone.${code}`, partly(of.quantityDone, of.unmeasuredDone, of.completed)],
    ];
  });
  return [...classFacts, ...placeFacts, ...quantityFacts];
}
