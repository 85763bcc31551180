import type { Light } from '@/components/ui/status-light';
import type { RiskAnswer } from '@/lib/domain/scorecards/live-answers';

/** How a ground of veto stands, as a light. */
export const STANDING_LIGHTS: Record<RiskAnswer['standing'], Light> = {
  none: 'neutral',
  risk: 'amber',
  proposed: 'red',
};
