import type { Label } from '../kernel/label';
import type { MaintenanceEntryView } from './answers';

export const MAINTENANCE_KIND_LABELS: Record<MaintenanceEntryView['kind'], Label> = {
  deposit: { zh: '缴存', en: 'Deposit' },
  withdrawal: { zh: '支用', en: 'Withdrawal' },
  reversal: { zh: '冲销', en: 'Reversal' },
};
