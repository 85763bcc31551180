import type { Label } from '../kernel/label';
import type { UnitKind } from './types';

export const UNIT_KIND_LABELS: Record<UnitKind, Label> = {
  prefecture: { zh: '州', en: 'Prefecture' },
  county: { zh: '县市', en: 'County' },
  subdistrict: { zh: '镇、街道', en: 'Town or subdistrict' },
  community: { zh: '社区', en: 'Community' },
};
