/** Of a letter in the drawings' usual size. */
export const LETTER = 13;

/** Wide letters count whole, narrow ones a good half. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0x2e7f ? LETTER : LETTER * 0.58), 0);
}

/** In one line of so much room; what does not fit is left out at its end. */
export function fitted(text: string, room: number): string {
  if (widthOf(text) <= room) return text;
  let kept = '';
  for (const sign of text) {
    if (widthOf(kept + sign) > room - LETTER) break;
    kept += sign;
  }
  return `${kept}…`;
}
