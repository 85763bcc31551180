import 'server-only';

/**
 * The standard names the typefaces; which of them a computer has is another matter. First what every Windows and WPS has, then
 * (as alternative names in the font table) what else is nearest to it.
 */
const FACES = {
  仿宋: {
    instead: ['仿宋_GB2312', 'FangSong', 'FangSong_GB2312', '华文仿宋', '方正仿宋_GBK', 'Noto Serif CJK SC'],
    family: 'modern',
  },
  楷体: { instead: ['楷体_GB2312', 'KaiTi', '华文楷体', '方正楷体_GBK', 'Noto Serif CJK SC'], family: 'modern' },
  黑体: { instead: ['SimHei', '华文黑体', '方正黑体_GBK', 'Noto Sans CJK SC'], family: 'modern' },
  宋体: { instead: ['SimSun', '华文宋体', '方正书宋_GBK', 'Noto Serif CJK SC'], family: 'auto' },
  方正小标宋简体: {
    instead: [
      '方正小标宋_GBK',
      '小标宋',
      'FZXiaoBiaoSong-B05S',
      '华文中宋',
      'STZhongsong',
      '宋体',
      'Noto Serif CJK SC',
    ],
    family: 'auto',
  },
} as const;
export type Face = keyof typeof FACES;

/** The same face for Chinese and for Latin: figures in an official paper are of the face around them. */
export const face = (name: Face) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' });

/** word/fontTable.xml */
export function fontTable(): string {
  const fonts = Object.entries(FACES).map(
    ([name, { instead, family }]) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead.join(',')}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`;
}
