import type { Label } from '../kernel/label';
import type { Light } from './types';

export const LIGHT_LABELS: Record<Light, Label> = {
  red: { zh: '红灯', en: 'Red' },
  yellow: { zh: '黄灯', en: 'Yellow' },
  green: { zh: '绿灯', en: 'Green' },
  none: { zh: '不亮灯', en: 'No light' },
};
