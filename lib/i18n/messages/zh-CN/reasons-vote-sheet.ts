/** What a sheet of ballots lacks (lib/domain/votes/sheet): found, expected, how to put it right. */
export default {
  ambiguous: '“{found}”对应的住户不止一户。请把楼栋、单元和房号填全，或填写意见表编号。',
  building: '“{found}”里的楼栋不在本轮冻结的户册中。本轮的楼栋有：{expected}。请改正。',
  hiddenRow: '这一行在表里是隐藏的（可能被筛选掉），也读取了。请核对是否应当登记。',
  itemAmbiguous: '“{found}”在楼栋和小区两类里都有。请写代码：{expected}。',
  itemUnknown: '改造需求“{found}”不在菜单中。请按菜单填写名称或代码，几项之间用顿号隔开。',
  noBallots: '表里没有填写意见的行，没有可以登记的票。请在“意见”一列填写 同意、不同意 或 弃权。',
  noChoice: '这一格填了内容，但这一行没有填“意见”，不登记。票已收回的，请补填意见。',
  noChoiceColumn: '没有找到“意见”这一列（也没有“同意、不同意、弃权”三列）。请补上表头，或下载本轮的登记表填写。',
  noHeader:
    '没有找到表头。第一行应写明每列是什么，至少有“房号”（或“意见表编号”）和“意见”两列。请连同表头一起复制，或下载本轮的登记表填写。',
  noHomeColumn: '没有找到“房号”“门牌”或“意见表编号”这样的列，不知道是哪一户。请补上表头，或下载本轮的登记表填写。',
  otherRound: '这一行是另一轮表决（{found}）的登记表，本轮是 {expected}。请下载本轮的登记表填写。',
  otherSheets: '文件里还有别的工作表（{found}），没有读取；只读取了“{expected}”。别的表里也有票的，请分次上传。',
  proxyMasked: '代理人写的是“{found}”，是隐去的姓名。请写全名，并在下面附上授权委托书的照片。',
  room: '“{found}”不在本轮冻结的户册中：楼栋对，没有这个单元或房号。请核对。',
  tooMany: '表里有 {count, number} 张票，一次最多登记 {limit, number} 张。请分成几个表。',
  twice: '与第 {first} 行是同一户。一户一票，请去掉一行。',
  twoChoices: '同一行选了“{found}”，只能选一个。请核对原票后改正。',
  unnamed: '这一行没有写是哪一户。请填写楼栋、单元、房号，或意见表编号。',
} as const;
