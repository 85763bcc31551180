import { pointsText } from '../score-words';

/** A difference of points with its sign: +1.50, −2.00, 0.00 */
export const signedPoints = (points: number): string =>
  points > 0 ? `+${pointsText(points)}` : points < 0 ? `−${pointsText(-points)}` : pointsText(0);
