export default {
  areaMissing:
    '{count} households of {name} have no exclusive area, so it cannot be shared by area. Fill it in in the register, or share it equally.',
  byHand:
    'The funding plan follows the agreed sharing and is not changed by hand. Change the sharing with a reason on its page and agree it again.',
  changeStale:
    '{count} changes no longer make the cost of their item and do not count. Write them anew, or take them out.',
  civilElsewhere: 'Civil works are said only of lines that are moved underground. Check this item.',
  civilMissing: 'Civil works not said: {count} items moved underground lack them. Say how much of each is civil works.',
  civilOverCost: 'Civil works of {found} yuan are more than the item costs ({cost} yuan). Check the figure.',
  compoundTwice: 'The same compound stands there twice. Keep one.',
  compoundUnknown: 'This compound is not in the project. Reload the page and try again.',
  coverTooMuch: "The government's moneys are {over} yuan more than its part. Reduce them.",
  coverTwice: 'The same source and payer stand there twice. Make one line of them.',
  differs:
    'Not as the plans: the agreed sharing is {agreed} yuan, the plans now cost {cost} yuan. Check it and agree it again.',
  dueOver: 'The payment is asked for by {found}, which is before today ({expected}). Choose today or a later day.',
  noHouseholds:
    'Residents of {name} pay, but its register has no household yet to share it among. Enter the register first.',
  notCover:
    "The government's part is covered by central, provincial and prefectural money, bonds, social capital and the like; the county's is what is left, the subsidy has its own field, the residents' part is the plan's. Choose another source.",
  notWhole: 'Together {found} yuan, but the item costs {cost} yuan; they must be equal to the fen. Adjust them.',
  nothing: 'The plans have nothing to be done yet, so there is nothing to share. Make the plans first.',
  ownKind:
    "'{found}' is no money that owners have together. Choose expropriation compensation, operating income or damages.",
  ownTooMuch: "The owners' own money is {over} yuan more than the residents of the compound pay. Reduce it.",
  payerMissing: '{sum} yuan of {sourceEn} ({ruleEn}) have no payer yet. Say which unit it is.',
  payerTooMuch:
    '{name} is said to pay {over} yuan more than there is of this part. Reduce it, or leave the amount empty (what is left).',
  payerTwice:
    'One item has the same unit twice, or two units without an amount. Make one of them, or say how much each pays.',
  placeTwice: 'Civil works of the same item stand there twice. Keep one.',
  placeUnknown: 'The plans do not have this item to be done. Reload the page and try again.',
  residentsByPlan:
    "Residents would pay {found} yuan, the plan says {share} yuan. The residents' percentage is set in the plan: change it there first.",
  subsidyTooMuch: 'The subsidy is {over} yuan more than the pipeline companies pay. Reduce it.',
  unitMissing: 'The original property unit is not named. Name it beside the compound.',
};
