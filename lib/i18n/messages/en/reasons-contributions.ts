/** Why something of the residents' contributions was refused (lib/domain/contributions). */
export const contribution = {
  bookedAlready:
    "{sum} yuan of the residents' own money were allocated as one sum: setting the dues would count them twice. Reverse that entry in the ledger first.",
  areaMissing:
    '{count} households have no exclusive area and cannot share by it: {names}. Please complete the register first.',
  beforePayment: 'The day of the reversal is {found}, before the payment of {expected}. Please check the day.',
  beyondDue:
    '{name} still owes {left} yuan; {found} yuan were entered. Please check the amount: more than is due cannot be recorded.',
  inFuture: 'The day is {found}, after today, {expected}. Please enter the day on which it happened.',
  isReversal: 'This row is a reversal itself and is not reversed. If needed, record the payment anew.',
  noHouseholds: 'The register of this compound has no households. Please complete the register first.',
  notOfProject: 'This compound is not in the project. Please choose one of its compounds.',
  nothingAgreed: 'What the residents of this compound raise has not been agreed yet. Please agree the sharing first.',
  nothingDue: 'This household owes nothing in the project, or is not in your place. Please choose from the list.',
  paidInFull: '{name} has paid in full; nothing more can be recorded. Please check the room.',
  paidMore:
    '{name} has paid {paid} yuan, the new due is {due} yuan. Please reverse or give back what is too much first.',
  reasonMissing: 'The dues have been set before. Setting them anew needs a reason.',
  receiptTwice: 'Receipt {found} stands twice in this list. One receipt is one payment.',
  receiptUsed: 'Receipt {found} has been recorded already. Please check the number.',
  reversedAlready: 'This payment has been reversed already. Please reload the page.',
  sameAgain: 'Every household would owe what it owes now; there is nothing to set anew.',
} as const;

/** Why something of a compound's maintenance fund was refused (lib/domain/maintenance). */
export const maintenance = {
  accountExists: 'This compound has a maintenance-fund account already. Please reload the page.',
  beforeEntry: 'The day of the reversal is {found}, before the entry of {expected}. Please check the day.',
  beforeOpening: 'The day is {found}, before the account was opened on {expected}. Please check the day.',
  beyondBalance: 'There are only {there} yuan in the account; {found} yuan were entered. Please check the amount.',
  inFuture: 'The day is {found}, after today, {expected}. Please enter the day on which it happened.',
  isReversal: 'This entry is a reversal itself and is not reversed. If needed, record it anew.',
  noAccount: 'This compound has no maintenance-fund account yet. Please open it before recording a deposit.',
  numberUnreadable: 'An account number has 8 to 32 digits. Please copy it from the bank’s paper.',
  purposeMissing: 'A withdrawal needs its purpose.',
  reversedAlready: 'This entry has been reversed already. Please reload the page.',
  voucherUsed: 'Voucher {found} has been recorded in this account already. Please check the number.',
} as const;
