import 'server-only';
import { AlignmentType, BorderStyle, LineRuleType, Paragraph, TextRun } from 'docx';
import { titleLines } from '@/lib/domain/papers/title-lines';
import type { OfficialPaper } from '@/lib/domain/papers/types';
import { type Face, face } from './fonts';
import { millimetres, SIGN, SIZE, signsOf } from './measures';
import { FIXED_LINE } from './page-setup';

const RED = 'C8000A';
/** The name of who issues begins 35 mm below the top of the text area; its line is a little higher than its signs. */
const HEAD_LINE = 960;
const HEAD_DOWN = millimetres(35) - (HEAD_LINE - 10 * SIZE.issuer) / 2;
const blank = (keepNext = false): Paragraph => new Paragraph({ keepNext });

/** 发文机关标志 over a red line with the number above it, then two lines off the title, then whom it is addressed to. */
export function opening(paper: OfficialPaper): Paragraph[] {
  const head = paper.compact ? [] : [...letterhead(paper), blank(), blank()];
  return [...head, ...titleOf(paper.title), blank(), ...addresseeOf(paper.addressee)];
}

function letterhead({ issuer, documentNo }: OfficialPaper): Paragraph[] {
  const rule = { bottom: { style: BorderStyle.SINGLE, size: 18, space: 11, color: RED } };
  const name = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: HEAD_DOWN, after: 0, line: HEAD_LINE, lineRule: LineRuleType.EXACT },
    children: [
      new TextRun({
        text: issuer,
        font: face('方正小标宋简体'),
        size: issuerSize(issuer),
        color: RED,
      }),
    ],
  });
  if (documentNo === null) return [name, new Paragraph({ border: rule })];
  const number = new Paragraph({ alignment: AlignmentType.CENTER, border: rule, children: [new TextRun(documentNo)] });
  return [name, blank(), blank(), number];
}

/** As large as one line takes: the area is 442 points wide. */
const issuerSize = (issuer: string): number =>
  Math.min(SIZE.issuer, Math.floor((440 * 2) / Math.max(signsOf(issuer), 1)));

function titleOf(title: string): Paragraph[] {
  const run = { font: face('方正小标宋简体'), size: SIZE.two };
  return titleLines(title).map(
    (text) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: { before: 0, after: 0, line: 640, lineRule: LineRuleType.EXACT },
        children: [new TextRun({ text, ...run })],
      }),
  );
}

const addresseeOf = (addressee: string | null): Paragraph[] =>
  addressee === null ? [] : [new Paragraph({ children: [new TextRun(`${addressee.replace(/[:：]$/, '')}：`)] })];

/** 一、 in Hei, （一） in Kai; what follows its first full stop is body again. */
const LEVELS: [RegExp, Face][] = [
  [/^[一二三四五六七八九十]+、/, '黑体'],
  [/^（[一二三四五六七八九十]+）/, '楷体'],
];

const HASH = /[0-9a-f]{40,}/;

/** `isLast`: who signs follows, and does not stand alone on a page. */
export function paragraphs(body: string[], isLast: boolean): Paragraph[] {
  return body
    .flatMap((text) => text.split('\n'))
    .map((text, at, all) => {
      const level = LEVELS.find(([mark]) => mark.test(text));
      const stop = text.indexOf('。') + 1 || text.length;
      const runs = level
        ? [new TextRun({ text: text.slice(0, stop), font: face(level[1]) }), new TextRun(text.slice(stop))]
        : [new TextRun(text)];
      return new Paragraph({
        indent: { firstLine: 2 * SIGN },
        // a hash has no place to break: justified, the few words before it would be spread over the line
        ...(HASH.test(text) && { alignment: AlignmentType.LEFT }),
        keepNext: (stop === text.length && level !== undefined) || (isLast && at === all.length - 1),
        children: runs,
      });
    });
}

/** A line off the text: the annexes by name, on one page with who signs; then who signs, centred over the date, which stands four signs from the right. */
export function closing({ attachments, signed, date, compact }: OfficialPaper): Paragraph[] {
  const notes = attachments.map((name, at) => annexLine(name, at, attachments.length));
  const wider = (signsOf(date) - signsOf(signed)) / 2;
  const [signedRight, dateRight] = wider >= -4 ? [4 + wider, 4] : [0, -wider];
  return [
    ...(notes.length > 0 ? [blank(true), ...notes] : []),
    blank(true),
    ...(compact ? [] : [blank(true)]),
    atRight(signed, signedRight, { keepNext: true, compact }),
    atRight(date, dateRight, { keepNext: false, compact }),
  ];
}

/** 附件：1. …, the following below the first; a long name goes on below its own first sign. */
function annexLine(name: string, at: number, count: number): Paragraph {
  const number = count > 1 ? `${at + 1}．` : '';
  const hanging = at === 0 ? 3 + signsOf(number) : signsOf(number);
  return new Paragraph({
    indent: { left: (5 + signsOf(number)) * SIGN, hanging: hanging * SIGN },
    keepNext: true,
    children: [new TextRun(`${at === 0 ? '附件：' : ''}${number}${name}`)],
  });
}

interface Closing {
  keepNext: boolean;
  compact: true | undefined;
}

const atRight = (text: string, signs: number, { keepNext, compact }: Closing): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    indent: { right: Math.round(signs * SIGN) },
    keepNext,
    keepLines: true,
    ...(compact ? {} : { spacing: FIXED_LINE }),
    children: [new TextRun(text)],
  });
