/** Surnames of two characters: both stay when a name is masked. */
export const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 司徒 令狐 夏侯 长孙 宇文 轩辕 端木 南宫 独孤 西门 东郭 百里 呼延 申屠 澹台 公冶 濮阳 太史 闻人 钟离 鲜于 司空 万俟 赫连 淳于 单于 拓跋 完颜'.split(
    ' ',
  ),
);
