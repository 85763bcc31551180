import { type Reason, reason } from '../kernel/result';
import type { MenuItem } from '../rulebook/schema';
import type { Earmark } from '../rulebook/schema-funding';
import { FEES, type ItemPart } from './types';

/** Whether money with this purpose pays for an item of the menu; '' stands for fees. */
export const paysFor = ({ items, fees }: Pick<Earmark, 'items' | 'fees'>, item: string): boolean =>
  item === FEES ? fees : items.length === 0 || items.includes(item);

/** 专款专用: every part of a payment that its money is not for is named (决定/专款用途). */
export function earmarkReasons(
  earmark: Earmark,
  parts: readonly Pick<ItemPart, 'item'>[],
  menu: readonly MenuItem[],
): Reason[] {
  const where = { clause: earmark.clause, field: 'items' };
  return parts
    .filter(({ item }) => !paysFor(earmark, item))
    .map(({ item }) =>
      item === FEES
        ? reason('fund.notForFees', { purpose: earmark.name, purposeEn: earmark.nameEn }, where)
        : reason(
            'fund.notForItem',
            {
              purpose: earmark.name,
              purposeEn: earmark.nameEn,
              item: menu.find(({ code }) => code === item)?.name ?? item,
              itemEn: menu.find(({ code }) => code === item)?.nameEn ?? item,
            },
            where,
          ),
    );
}
