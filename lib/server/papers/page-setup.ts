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

export const PAGE_SETUP: ISectionPropertiesOptions = {
  page: { size: PAGE, margin: { ...MARGIN, gutter: 0 } },
  grid: { type: DocumentGridType.LINES, linePitch: LINE },
};

/** The body is the document's own style: 3号仿宋, 28 signs × 22 lines, justified. */
export const STYLES: IPropertiesOptions['styles'] = {
  default: {
    document: {
      run: {
        font: face('仿宋'),
        size: SIZE.three,
        characterSpacing: CLOSER,
        language: { value: 'en-US', eastAsia: 'zh-CN' },
      },
      paragraph: { spacing: FIXED_LINE, alignment: AlignmentType.BOTH },
    },
  },
};

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
