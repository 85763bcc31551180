/** Why money was not moved (lib/domain/funds). */
export const fund = {
  approvalsNotFiled:
    'Preliminary design and estimate are not approved and filed with the prefecture yet: nothing is paid. Complete stage 4 first.',
  assignedAlready:
    'Taking back {found} yuan: only {there} yuan of the pool are left, the rest went to projects. Reverse the assignment first.',
  beforeEntry: 'The reversal is dated {found}, before the entry of {expected}. Choose that day or a later one.',
  beyondAllocated:
    'Receiving {found} yuan is more than the {there} yuan that are allocated and outstanding. Check the sum, or record the allocation first.',
  beyondContract:
    'Contract {no} is over {amount} yuan and {paid} yuan are paid: at most {left} yuan are left. Check the sum or the contract.',
  beyondContractAndAsked:
    'Contract {no} is over {amount} yuan: {paid} yuan are paid and {pending} yuan are asked for and wait, {left} yuan can be asked for. Check the sum or the contract, or have the waiting request decided first.',
  beyondPool:
    "Assigning {found} yuan: the county's pool holds {there} yuan. Take less, or wait for the next allocation.",
  beyondReceived:
    'Paying {found} yuan: only {there} yuan of this money are received and not paid. Take less, or pay from other money.',
  beyondReceivedAndAsked:
    'Paying {found} yuan: {cash} yuan of this money are received and not paid, {pending} yuan of them asked for already; {there} yuan are left. Take less, or pay from other money.',
  contractEnded: 'Contract {no} has ended: nothing more is paid on it. A settlement is a contract of its own.',
  contractUnknown: 'The project has no such contract. Choose again.',
  earmarkUnknown: 'The purpose “{found}” is not in the rule book. Choose again.',
  estimateNotApproved:
    'The estimate is not approved and filed yet: money that the prefecture pays cannot be received. Complete stage 4 first.',
  inFuture: 'The date {found} is later than today, {expected}. Please check.',
  isReversal: 'This entry is a reversal itself. Record the right entry anew.',
  itemNotPlanned: '“{item}” is not in the plan of the project. Check the plan.',
  itemsDiffer: 'The items make {sum} yuan, the payment is {amount} yuan. Check to the fen.',
  itemsMissing: 'It is not said what is paid for. Name at least one item.',
  itemTwice: 'An item is named twice. Put its sums together.',
  notForFees:
    'This money is “{purposeEn}”: it does not pay for design, supervision or audit. Use money without a particular purpose.',
  notForItem: 'This money is “{purposeEn}”: it does not pay for “{itemEn}”. Use other money.',
  ofHousehold: "The entry was made by a household's payment. Reverse that payment among the residents' contributions.",
  ofHouseholds:
    "What each household owes is set: the residents' own money is entered by what they pay. Record it among the residents' contributions, not here again.",
  ofPrefecture: 'The entry was allocated by the prefecture and is not reversed by a county. Ask the prefecture bureau.',
  paidAlready:
    'Taking back {found} yuan: only {there} yuan of this money are left, the rest is paid or asked for. Reverse the payment first.',
  receivedAlready:
    'Taking back {found} yuan: only {there} yuan are allocated and not received. Reverse the receipt first.',
  reversedAlready: 'The entry was reversed already. Reload the page.',
  voucherUsed: 'Voucher number “{found}” was used before. Check the voucher; do not record it twice.',
} as const;

export const payment = {
  decided: {
    approved: 'The request was approved and entered already. Reload the page.',
    rejected: 'The request was rejected already. Reload the page.',
    withdrawn: 'The request was withdrawn. Reload the page.',
  },
  notOwn: 'Only who asked may withdraw it. If you disagree, reject it with the reason.',
  own: 'You asked for this payment: another account has to decide on it.',
} as const;

export const money = {
  negative: 'A sum cannot be negative. To take back what was recorded, reverse the entry.',
  tooFine: 'At most two decimals (to the fen). Please check.',
  tooLarge: 'The sum is over 100 billion yuan. Check the unit: it is written in yuan.',
  zero: 'The sum must be above 0. Write it in yuan.',
} as const;
