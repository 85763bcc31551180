/** Why a cell of a month's workbook cannot be taken (lib/domain/progress/sheet-read.ts). */
export default {
  changedSince:
    '{name}: somebody changed the draft after the sheet was checked. Nothing was saved; check the sheet again.',
  compoundMissing: 'Several compounds of this project have this item. Write the name of the compound.',
  countyMissing: 'Choose a county.',
  formulaError: 'The formula in this cell fails ({found}). Write the figure.',
  investmentTooBig: '“{found}” is more than 100 billion yuan. Check the unit.',
  missing: 'The file has no sheet “{expected}”. Download this month’s workbook and fill it in.',
  noHeader: 'No header was found on the sheet “{sheet}”. Keep the header of the workbook that you downloaded.',
  notPlanned: '“{found}” is not in the plan in force of this project. Fill in the workbook as it was downloaded.',
  percentUnreadable: '“{found}” is not a whole percentage. Write a whole number from 0 to 100, for example 45.',
  project:
    '“{found}” was not found among the projects that report this month. Check the number of the project and the month.',
  projectTwice: 'A project is named twice. Check the sheet again.',
  twice: 'The same as row {first}. Keep one row.',
} as const;
