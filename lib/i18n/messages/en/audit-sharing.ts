export const entities = {
  sharing: 'Sharing of costs',
  sharing_change: 'Change of a share',
  agreed_share: 'Agreed share',
} as const;

export const fields = {
  cover: "Government's moneys",
  subsidy: 'Subsidy to pipeline companies (fen)',
  civil: 'Civil works',
  payers: 'Payers',
  agreed_no: 'Agreed version',
  parts: 'Parts',
  share_rule: 'How households share',
} as const;

export const actions = {
  sharing: {
    update: 'Said what the sharing rests on',
    change: 'Changed the split of an item',
    retireChange: 'Took out a change',
    agree: 'Agreed the sharing',
  },
} as const;
