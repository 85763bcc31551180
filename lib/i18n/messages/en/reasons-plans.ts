/** Why a plan, or one cell of it, was refused (lib/domain/plans). */
export default {
  buildingIsRetired: '{where} is out of use: “{item}” cannot be filled in there. Clear it.',
  buildingUnknown: 'There is no such building, or it is out of use. Reload the page and choose again.',
  cellTwice: '“{item}” of {where} stands twice in what was sent. Keep one of them.',
  compoundRetired:
    '“{name}” is out of use: its plan cannot be made or changed. If it was merged or split, plan the new compound.',
  copyToItself: 'The building is among those it would be copied to. Take it out and copy again.',
  costTooBig:
    '“{item}” of {where} would cost {found} yuan; one item at one place costs at most {limit}. Check the units of quantity and unit cost.',
  draftThere:
    'Version {no} of this compound is still a draft. Change the draft, or make it final before a new version.',
  figureTooFine: '“{found}” has more than two decimals; rounding it would change the cost. Write at most two.',
  havePhotoNeeded: 'A photo taken on the spot is needed to attest this. Upload it first.',
  improvementAnswer:
    '“{item}” of {where} is an improvement item: only “to be done” or “not chosen” are possible. Choose again.',
  ineligible:
    '“{name}” is not eligible: no plan can be made for it. If the survey is wrong, correct it on the page of the compound first.',
  isFinal: 'Version {no} is final and no longer changes. Make a new version.',
  itemUnknown: 'The menu has no item “{found}”. Reload the page and choose from the menu.',
  leftAtRetired: '{where} is out of use and still has {count} items: {items}. Clear them.',
  methodElsewhere: '“{item}” of {where} is not about lines and has no method. Take the method out.',
  noBuildings:
    'This compound has no building in use: the plan cannot be final. Record the buildings on the page of the compound first.',
  ofBuilding: '“{item}” belongs to a building, not to the compound.',
  ofCompound: '“{item}” belongs to the compound, not to {where}.',
  payerUnknown: '“{found}”, the payer of “{item}” of {where}, is none of the funding sources. Choose again.',
  percentOfRequired:
    '“{item}” of {where} is required, residents pay no share of it, but {found} % was given. Set it to 0.',
  percentOutside: 'Residents’ share of “{item}” of {where} is {found} %; it must be from 0 to 100.',
  percentUnreadable: 'Residents’ share “{found}” cannot be read. Write a whole number from 0 to 100, such as 30.',
  photoNeeded:
    '“{item}” of {where} is said to meet the standard: that needs a photo. Upload one, or choose another answer.',
  photoUnknown: 'The photo is not there, or is not a picture. Take it and upload it again.',
  quantityNegative: 'The quantity of “{item}” of {where} is {found}; it cannot be less than 0.',
  quantityTooBig: 'The quantity of “{item}” of {where} is {found}; the most is {limit}. Check the unit.',
  quantityUnreadable: 'The quantity cannot be read. Write a number with at most two decimals, such as 12.5.',
  reasonNeeded: '“{item}” of {where} is said to be impossible or refused: say why.',
  sheetBuilding: '“{found}” is no building in use of this compound. Its buildings are: {expected}.',
  sheetFormulaError: 'The formula of this cell fails ({found}). Write the value instead.',
  sheetItem: '“{found}” is no item of this sheet. Write the code or name from the menu.',
  sheetMissing: 'The file has no sheet {expected}. Download the workbook of this plan and fill it in.',
  sheetNoAnswer:
    '“{item}” has a quantity or unit cost and no answer. Answer “改造” if it is to be done, or clear the figures.',
  sheetNoHeader:
    'Sheet “{sheet}” has no header: it needs the columns 代码 and 结论. Download the workbook of this plan and fill it in.',
  sheetTwice: 'The same item at the same place as row {first}. Remove one of them.',
  unanswered: '{where} has {count} required items without an answer: {items}. Choose one of the four answers.',
  unitCostNegative: 'The unit cost of “{item}” of {where} is {found} yuan; it cannot be less than 0.',
  unitCostTooBig: 'The unit cost of “{item}” of {where} is {found} yuan; the most is {limit}. Check the unit.',
  unpriced: '{where} has {count} items to be done without a quantity or unit cost: {items}. Fill them in.',
} as const;
