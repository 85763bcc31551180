/** Why money was not allocated or assigned (lib/domain/funds/batches, pool). */
export const batch = {
  documentInFuture: 'The document is dated {found}, after today, {expected}. Check its date.',
  documentTwice: 'This document already has a batch of this money. Check its number, or work on that batch.',
  issued: 'This batch was issued and stays as it is. Reverse what is wrong line by line.',
  issuedAlready: 'This batch was issued already; it was not issued again. Reload the page.',
  kindUnknown:
    '“{sourceEn}” needs one of its kinds of the rule book, and none where it has none. Choose the money again.',
  lineNotAbove: 'The amount in row {row} must be above 0. Fill it in, or remove the row.',
  lineTwice: 'Row {row} repeats one before it. Make them one.',
  noLines: 'Nobody gets anything yet. Say which counties and projects do.',
  notThroughPrefecture:
    'This money of “{sourceEn}” does not come through the prefecture. The county records it in the ledger.',
  otherYear: 'Row {row}: “{name}” is not a project of this year. Allocate to it in its own year.',
  over: 'The lines make ¥{sum}, ¥{rest} more than the total of ¥{total}. Check to the fen.',
  projectElsewhere: 'Row {row}: “{name}” is not a project of this county. Choose again.',
  short: 'The lines make ¥{sum}, ¥{rest} less than the total of ¥{total}. Add the rest; it may go to counties.',
  withdrawn: 'Row {row}: “{name}” was withdrawn and gets nothing. Remove the row.',
} as const;

export const pool = {
  beyond: '¥{found} together, but only ¥{there} is there to assign. Give less, or wait for the prefecture.',
  projectTwice: 'Row {row} names a project a second time. Make them one.',
} as const;
