import type { Rulebook } from '../rulebook/schema';
import type { Touches } from './types';

type Named = Rulebook['greenChannel']['unless'][number];

export interface Permits {
  /** the green channel is open: nothing of it is touched, and all of it is known */
  green: boolean;
  /** what the project touches, and so the reason why permits are needed */
  touched: Named[];
  /** what has not been said yet */
  unknown: Named[];
  needed: Named[];
  spared: Named[];
}

/**
 * Which permits a project needs, and why (P四(三)3): without new land, new pipelines or work on the structure, site selection and land-use
 * planning are spared. While one of the three is not said and none is touched, neither is decided.
 */
export function permitsOf({ greenChannel }: Rulebook, touches: Touches): Permits {
  const said = (code: string) => touches[code as keyof Touches] ?? null;
  const touched = greenChannel.unless.filter(({ code }) => said(code) === true);
  const unknown = touched.length > 0 ? [] : greenChannel.unless.filter(({ code }) => said(code) === null);
  const isGreen = touched.length === 0 && unknown.length === 0;
  return {
    green: isGreen,
    touched,
    unknown,
    needed: touched.length > 0 ? greenChannel.permitsSpared : [],
    spared: isGreen ? greenChannel.permitsSpared : [],
  };
}
