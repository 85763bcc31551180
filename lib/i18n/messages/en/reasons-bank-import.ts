/** Why a cell of a bank statement or a ledger sheet is in question (lib/domain/funds/imports). */
export const fundSheet = {
  allIn:
    'There is one column of amounts, all positive, and no column that says debit or credit: all were read as money in. Write money out as negative, or add the column 借贷标志.',
  balanceBreak:
    'The balance does not follow: from the row before it should be {expected} yuan, the sheet says {found}. Look for missing, repeated or wrong rows around here.',
  columnTwice: 'The header “{found}” means the same as one before it. Remove one of the columns or rename it.',
  contract: '“{expected}” has no contract with the number “{found}”. Check the number, or record the contract first.',
  formulaError: 'The formula in this cell gives an error ({found}). Mend it, or write the value.',
  hiddenRow:
    'This row is hidden in the sheet (perhaps filtered out) and was read all the same. Check whether it belongs here.',
  item: 'The item “{found}” is not on the menu, or a building and the compound both have one of that name. Write the code, such as B-R01; for fees write 工程建设其他费用.',
  itemSum: '“{found}” has no amount. With several items each needs its own, such as “B-R01: 1200.00; B-R02: 800.00”.',
  minusIsOut:
    'All expenses (借) are negative and the balances do not tell whether that is a correction: they are read as money out. If some are corrections, add the column of balances and a row with the opening balance and send the sheet again.',
  minusUnclear:
    'The amount is {found}: the balances do not tell whether it is a correction or expenses are always negative here. Add the column of balances and a row with the opening balance and send the sheet again; or make the amount positive, with 借 where money went out and 贷 where it came in.',
  needed: '“{expected}” is empty. Fill it in.',
  noBalances: 'The sheet has no balances, so whether they follow cannot be checked. Make sure that no row is missing.',
  noContract: 'A payment names its contract. Fill in the number.',
  noHead:
    'No header was found. A bank statement needs 交易日期, 收入 and 支出 (or 金额) and one column more; a ledger needs 类型, 金额 and 资金来源 or a project. Check the header, or use the template.',
  noProject:
    'No project is named. Write its number or its name. Money for the county’s pool is recorded on the funds page.',
  noSum: 'This row has no amount. Fill in money in or out; delete rows that are no movement.',
  nothing: 'There is no row below the header that can be read. Check the file.',
  otherName: 'The name is “{found}”, but the project with this number is “{expected}”. The number counts; check it.',
  otherSheets:
    'The file has other sheets ({found}) that were not read; only “{expected}” was. Send the others one by one.',
  plusLine:
    'Other expenses (借) are negative and this one is positive ({found}): it is read as money that came back. Check it.',
  project:
    'This county has no project “{found}”. Check number or name; another county’s projects cannot be booked here.',
  projectTwice: 'Several projects are called “{found}”. Write the project number.',
  redLine:
    'This is negative ({found}) and read as a correction: below zero as income (贷) it went out, as an expense (借) it came in. Check it.',
  reversal: 'Reversals cannot be imported. Find the entry in the ledger and reverse it there.',
  serialTwice:
    'The serial number {found} is that of row {first}, with the same day and amount: probably a repetition. Delete one of them.',
  sidesTurned:
    'Debit and credit seem to be swapped: as they stand no balance follows, swapped all do. Name the columns 收入 and 支出 and send the file again.',
  sum: 'The amount “{found}” cannot be read. Write a number such as 1,200.50.',
  sumRow: 'This row is a total, an opening balance or a carry-over, no movement: it was not read.',
  sumTooFine: 'The amount “{found}” has more than two decimals. Write it to the fen.',
  sumTooLarge: 'The amount “{found}” is above the limit of {expected} yuan. Check the unit.',
  tooMany: 'The sheet has {found} rows; at most {expected} at once. Split it into several files.',
  twoSums: 'Both in and out have an amount. Split the row, or empty one cell.',
  unknownColumns: 'These columns were not used: {found}.',
  voucherTwice:
    'The voucher number {found} is that of row {first}, but the row says something else. A number is used once; a payment written in several rows agrees in all but amount and items.',
} as const;

/** Why an import, or what is decided about its lines, was refused. */
export const bankImport = {
  applied: 'This file is in the books already and cannot be changed. Reverse wrong entries in the ledger.',
  cancelled: 'This import was cancelled. Send the file again.',
  errors: 'The sheet still has {count} errors. Mend the file as marked, cancel this import and send the file again.',
  ledgerDecides:
    'What becomes of a ledger’s row is said by its column 类型 and cannot be changed here. Mend the file, cancel this import and send the file again.',
  lineGone: 'This row cannot be found. Reload the page.',
  lineKnown: 'Row {row} was booked with another statement already; there is nothing to decide.',
  notIn: 'This row is money out and cannot be a receipt. Choose payment, booked already, or not of a project.',
  notOut: 'This row is money in and cannot be a payment. Choose receipt, booked already, or not of a project.',
  otherSum: 'What was chosen is {found} yuan, this row {expected} yuan, or it goes the other way. Choose again.',
  partsDiffer: 'The parts come to {sum} yuan, the row is {amount} yuan; they must be the same to the fen. Adjust them.',
  projectGone: 'This project cannot be found. Reload the page and choose again.',
  targetGone:
    'What was chosen has been reversed, stands beside another line of a statement, or is not there. Choose again.',
  targetTwice: 'What was chosen for row {row} stands beside another row. An entry has one line of the bank.',
  undecided: 'For {count} rows nobody has decided yet. Decide on each, or mark it as not of a project.',
} as const;
