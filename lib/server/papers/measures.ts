import 'server-only';

/** GB/T 9704-2012, 5.2 and 7: lengths in twentieths of a point, as Word counts them. */
export const millimetres = (mm: number): number => Math.round((mm * 72 * 20) / 25.4);

export const PAGE = { width: millimetres(210), height: millimetres(297) };
/** 天头 37 mm and 订口 28 mm; what the text area of 156 × 225 mm leaves at the other sides. */
export const MARGIN = {
  top: millimetres(37),
  left: millimetres(28),
  right: PAGE.width - millimetres(28) - millimetres(156),
  bottom: PAGE.height - millimetres(37) - millimetres(225),
  header: millimetres(15),
  /** the dashes of the page number stand 7 mm below the text area: half a line of 4号 nearer the edge */
  footer: millimetres(297 - 37 - 225 - 7) - 140,
};
/** 28 signs of 3号 are 448 points and the area 442: each is set a quarter of a point closer, so that 28 fit and 29 do not. */
export const CLOSER = -5;
export const SIGN = 16 * 20 + CLOSER;
/** 22 lines in 225 mm. */
export const LINE = Math.floor(millimetres(225) / 22);
/** Sizes in half points, as Word counts them: 2号, 3号, 4号. */
export const SIZE = { two: 44, three: 32, four: 28, issuer: 76, smallFour: 24, five: 21 };

/** Width on paper in signs: a Latin letter or figure takes half of one. */
export const signsOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign <= '\u00ff' ? 0.5 : 1), 0);
