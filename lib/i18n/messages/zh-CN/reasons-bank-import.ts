/** Why a cell of a bank statement or a ledger sheet is in question (lib/domain/funds/imports). */
export const fundSheet = {
  allIn:
    '表里只有一列金额，全部是正数，也没有“借贷标志”列，都按收入读取。有支出的，请把支出写成负数，或加一列“借贷标志”。',
  balanceBreak:
    '余额接不上：按上一行余额加减，应为 {expected} 元，表里是 {found} 元。请核对这一行前后有没有漏行、重复或错数。',
  columnTwice: '表头“{found}”与前面的列意思相同，不知道以哪一列为准。请删去一列，或改一个表头。',
  contract: '“{expected}”没有编号为“{found}”的合同。请核对合同编号，或先在项目里登记合同。',
  formulaError: '这一格的公式结果是错误（{found}）。请改正公式，或直接填写数值。',
  hiddenRow: '这一行在表里是隐藏的（可能被筛选掉），也读取了。请核对是否应当记账。',
  item: '改造内容“{found}”不在菜单里，或楼栋和小区都有这个名称。请写代码，例如 B-R01；不属于改造内容的写“工程建设其他费用”。',
  itemSum: '“{found}”没有写金额。一行里有几项的，每项都写明金额，例如“B-R01：1200.00；B-R02：800.00”。',
  needed: '“{expected}”是空的。请填写。',
  noBalances: '表里没有“余额”一列，不能核对余额是否衔接。请自行核对有没有漏行。',
  noContract: '支付要写明合同编号。请填写。',
  noHead:
    '没有找到表头。银行流水至少要有“交易日期”“收入”“支出”（或“金额”）和另一列；资金台账至少要有“类型”“金额”和“资金来源”或“项目”。请核对表头，或下载模板填写。',
  noProject: '没有写项目。请填写项目编号或项目名称。县市待分配资金的下达，请在资金页面登记。',
  noSum: '这一行没有金额。请填写收入或支出；不是流水的行，请删去。',
  nothing: '表头下面没有可读取的行。请核对文件。',
  otherName: '项目名称是“{found}”，这个编号的项目是“{expected}”。以编号为准，请核对。',
  otherSheets: '文件里还有别的工作表（{found}），没有读取；只读取了“{expected}”。别的表也要导入的，请分次上传。',
  project: '本县市没有“{found}”这个项目。请核对编号或名称；其他县市的项目不能在这里记账。',
  projectTwice: '有几个项目都叫“{found}”。请填写项目编号。',
  redLine: '这里是负数（{found}），按冲正读取：收入一列的负数记为支出，支出一列的负数记为收入。请核对。',
  reversal: '冲销不能导入。请在资金台账里找到原来那一笔，办理冲销。',
  serialTwice: '流水号 {found} 与第 {first} 行相同，日期和金额也相同，疑似重复。请删去一行。',
  sideAgainstSign: '“借贷标志”是收入，金额却是 {found}。请核对后改正一处；冲正的，请把标志改成支出、金额写成正数。',
  sidesTurned:
    '借方和贷方可能反了：照现在的列，每一行的余额都接不上，对调后全部接上。请把表头改成“收入”“支出”后重新上传。',
  sum: '金额“{found}”无法识别。请填写数字，例如 1,200.50。',
  sumRow: '这一行是合计、期初或结转，不是一笔收支，没有读取。',
  sumTooFine: '金额“{found}”的小数超过两位。请精确到分。',
  sumTooLarge: '金额“{found}”超过上限 {expected} 元。请核对单位是不是元。',
  tooMany: '表里有 {found} 行，一次最多 {expected} 行。请分成几个文件上传。',
  twoSums: '收入和支出都有金额，不知道是哪一个。请分成两行，或清空一格。',
  unknownColumns: '没有用到这些列：{found}。',
  voucherTwice:
    '凭证号 {found} 与第 {first} 行相同，内容却不同。一个凭证号只能用一次；同一笔支付分几行写的，除金额和改造内容外都要一致。',
} as const;

/** Why an import, or what is decided about its lines, was refused. */
export const bankImport = {
  applied: '这份文件已经记入台账，不能再改。写错的，请在台账里冲销。',
  cancelled: '这次导入已经取消。请重新上传文件。',
  errors: '表里还有 {count} 处错误。请按标注改好文件，取消这次导入后重新上传。',
  ledgerDecides: '台账的每一行怎样入账由表里的“类型”决定，不能在这里改。请改好文件，取消这次导入后重新上传。',
  lineGone: '找不到这一行。请刷新页面。',
  lineKnown: '第 {row} 行在另一份流水里已经记过账，不用再决定。',
  notIn: '这一行是支出，不能登记为到位。请改选支付、已入账或不属于本项目。',
  notOut: '这一行是收入，不能登记为支付。请改选到位、已入账或不属于本项目。',
  otherSum: '所选的账是 {found} 元，这一行是 {expected} 元，金额或收支方向不同。请重新选择。',
  partsDiffer: '拆分的各笔合计 {sum} 元，这一行是 {amount} 元，两者须分文不差。请调整。',
  projectGone: '找不到这个项目。请刷新页面后重新选择。',
  targetGone: '所选的账已经冲销、已与别的流水核对，或不存在。请重新选择。',
  targetTwice: '第 {row} 行所选的账已经对应了另一行。一笔账只对应一行流水。',
  undecided: '还有 {count} 行没有决定怎样入账。请逐行决定，或标为不属于本项目。',
} as const;
