import 'server-only';
import {
  AlignmentType,
  DocumentGridType,
  Footer,
  type IPropertiesOptions,
  type ISectionPropertiesOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { face } from './fonts';
import { CLOSER, LINE, MARGIN, PAGE, SIGN, SIZE } from './measures';

export const FIXED_LINE = { line: LINE, lineRule: LineRuleType.EXACT, before: 0, after: 0 };

const PAGE_BOX = { size: PAGE, margin: { ...MARGIN, gutter: 0 } };
export const PAGE_SETUP: ISectionPropertiesOptions = {
  page: PAGE_BOX,
  grid: { type: DocumentGridType.LINES, linePitch: LINE },
};
/** Without the grid of 22 lines: a line stands as close as it says. */
export const COMPACT_SETUP: ISectionPropertiesOptions = { page: PAGE_BOX };

const stylesOf = (size: number, line: number): IPropertiesOptions['styles'] => ({
  default: {
    document: {
      run: { font: face('仿宋'), size, characterSpacing: CLOSER, language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: { spacing: { ...FIXED_LINE, line }, alignment: AlignmentType.BOTH },
    },
  },
});

/** The body is the document's own style: 3号仿宋, 28 signs × 22 lines, justified. */
export const STYLES = stylesOf(SIZE.three, LINE);
/** A brief of one page: 4号, lines of 21 points. */
export const COMPACT_STYLES = stylesOf(SIZE.four, 420);

/** — 1 —: 4号 half-width Song; odd pages one sign from the right, even pages one sign from the left. */
export function footers() {
  const number = new TextRun({
    font: face('宋体'),
    size: SIZE.four,
    children: ['— ', PageNumber.CURRENT, ' —'],
  });
  const line = { line: 280, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
  return {
    default: new Footer({
      children: [
        new Paragraph({ alignment: AlignmentType.RIGHT, indent: { right: SIGN }, spacing: line, children: [number] }),
      ],
    }),
    even: new Footer({
      children: [
        new Paragraph({ alignment: AlignmentType.LEFT, indent: { left: SIGN }, spacing: line, children: [number] }),
      ],
    }),
  };
}
