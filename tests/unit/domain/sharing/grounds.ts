import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import type { SharingGround } from '@/lib/domain/sharing/share-out';
import {
  type CompoundSetting,
  NO_SETTINGS,
  type SharedItem,
  type SharingChange,
  type SharingSettings,
} from '@/lib/domain/sharing/types';

export const COMPOUND = '粮食局家属院';

export const planned = (item: string, more: Partial<SharedItem> = {}): SharedItem => ({
  ...{ compoundId: COMPOUND, buildingId: item.startsWith('B') ? '1栋' : null, item, cost: 1_000_00n },
  ...{ method: null, payer: null, residentPercent: 0 },
  ...more,
});

export const compoundSetting = (more: Partial<CompoundSetting> = {}): CompoundSetting => ({
  ...{ compoundId: COMPOUND, rule: 'area', formerUnit: false, unit: null, ownMoney: [] },
  ...more,
});

export const groundOf = (
  items: readonly SharedItem[],
  settings: Partial<SharingSettings> = {},
  more: Partial<SharingGround> = {},
): SharingGround => ({
  ...{ items, settings: { ...NO_SETTINGS, ...settings }, changes: [], rulebook: chuxiong2020 },
  compounds: [{ id: COMPOUND, name: COMPOUND, originalUnit: '县粮食局' }],
  ...more,
});

export const changeOf = (item: SharedItem, parts: SharingChange['parts']): SharingChange => ({
  ...{ id: 'change', compoundId: item.compoundId, buildingId: item.buildingId, item: item.item },
  ...{ parts, reason: '县人民政府专题会议纪要〔2020〕3号' },
});
