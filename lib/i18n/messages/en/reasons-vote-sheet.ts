/** What a sheet of ballots lacks (lib/domain/votes/sheet): found, expected, how to put it right. */
export default {
  ambiguous:
    '“{found}” may be more than one household. Fill in building, entrance and room, or the number of the form.',
  building: 'The building in “{found}” is not in the frozen roll of this round, which has {expected}. Correct it.',
  hiddenRow: 'This row is hidden in the sheet (perhaps by a filter) and was read too. Check whether it belongs here.',
  itemAmbiguous: '“{found}” stands in both scopes of the menu. Write its code: {expected}.',
  itemUnknown: 'The wanted item “{found}” is not in the menu. Write names or codes of the menu, separated by commas.',
  noBallots: 'No row states an opinion, so there is nothing to record. Fill in 同意, 不同意 or 弃权 under 意见.',
  noChoice:
    'This cell is filled in, but the row states no opinion and is not recorded. If the ballot is there, fill in its opinion.',
  noChoiceColumn:
    'There is no column 意见 (nor the three columns 同意, 不同意, 弃权). Add the header, or fill in the template of this round.',
  noHeader:
    'No header was found. The first row must say what each column is, at least 房号 (or 意见表编号) and 意见. Copy the header too, or fill in the template of this round.',
  noHomeColumn:
    'There is no column like 房号, 门牌 or 意见表编号, so it is not known which household a row is. Add the header, or fill in the template of this round.',
  otherRound:
    'This row belongs to the sheet of another round ({found}); this is {expected}. Use the template of this round.',
  otherSheets:
    'The file has other sheets ({found}) that were not read; only “{expected}” was. If they hold ballots too, upload them one by one.',
  proxyMasked:
    'The proxy is written as “{found}”, a masked name. Write the full name, and add the photo of the authorisation below.',
  room: '“{found}” is not in the frozen roll of this round: the building is, the entrance or room is not. Check it.',
  tooMany: 'The sheet has {count, number} ballots; at most {limit, number} are recorded at once. Split it.',
  twice: 'This is the household of row {first}. One household, one ballot: remove one row.',
  twoChoices: 'The row states “{found}” at once; only one is possible. Look at the ballot and correct it.',
  unnamed:
    'The row does not say which household it is. Fill in building, entrance and room, or the number of the form.',
} as const;
