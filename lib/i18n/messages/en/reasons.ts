import { batch, pool } from './reasons-allocation';
import annual from './reasons-annual';
import { acceptance, aftercare, archive } from './reasons-archive';
import { bankImport, fundSheet } from './reasons-bank-import';
import { complaint, satisfaction } from './reasons-complaints';
import { contribution, maintenance } from './reasons-contributions';
import { fund, money, payment } from './reasons-funds';
import inspections from './reasons-inspections';
import light from './reasons-lights';
import plan from './reasons-plans';
import { milestone, outage, report, summary } from './reasons-progress';
import progressSheet from './reasons-progress-sheet';
import projects from './reasons-projects';
import scoreReward from './reasons-score-reward';
import season from './reasons-scorecard-season';
import score from './reasons-scorecards';
import sharing from './reasons-sharing';
import stage, { contradictions as contradiction } from './reasons-stages';
import { news, supervision } from './reasons-supervision';
import voteSheet from './reasons-vote-sheet';
import vote from './reasons-votes';

export default {
  bankImport,
  fundSheet,
  acceptance,
  aftercare,
  archive,
  batch,
  pool,
  complaint,
  satisfaction,
  score,
  scoreReward,
  season,
  contribution,
  maintenance,
  fund,
  light,
  payment,
  ...annual,
  statistics: {
    monthAhead: '{found} has not come yet; it is {expected}. Choose this month or one before it.',
  },
  report,
  milestone,
  summary,
  outage,
  ...inspections,
  progressSheet,
  sharing,
  supervision,
  news,
  accounts: {
    disableReason: 'Disabling an account needs a reason, such as a transfer or retirement.',
    lastAdministrator:
      'This is the last usable account of the prefecture bureau: without it nobody could administer accounts. Set up another one first.',
    ownPassword: 'Change your own password under “Change password”; it cannot be reset by yourself.',
    unitKind: 'This role belongs to: {expected}; the chosen unit is: {found}. Choose another unit or role.',
    unitUnknown: 'The chosen unit does not exist, is retired or lies outside your territory. Choose again.',
    notAdministrator:
      'This account may not administer others. Ask the administrator of the county or prefecture bureau.',
    otherCounty:
      'The account belongs to another county. You can only administer your own county; ask the prefecture bureau.',
    ownRights: 'Nobody can change their own role or unit, or disable themselves. Ask another administrator.',
    prefectureRole:
      'Only the prefecture bureau gives prefecture roles. Choose a county role or below, or ask the prefecture bureau.',
    roleUnitMismatch:
      'Role and unit are of different levels. Choose the prefecture for a prefecture role, else a county, town or community.',
    username:
      'A user name begins with a letter and has 3 to 40 letters, digits, dots, hyphens or underscores. Please change it.',
  },
  area: {
    negative: 'The area is “{found}”; it cannot be below 0. Enter a positive number.',
    unreadable: 'The area cannot be read. Enter square metres with at most two decimals, such as 88.33.',
  },
  overview: {
    keyNeeded:
      'Rows of a menu item, a promise or one of the six haves need its code; other figures take none. Please open them from a figure of the overview.',
    monthNotKept:
      'Nothing was kept at the end of {month}. Figures are kept on the last night of each month and never reckoned afterwards. Please choose a month that was kept.',
  },
  baseline: {
    alreadyFrozen:
      'The survey baseline is frozen already; that happens once. For a change, make an amendment by document.',
    beforeCampaign: 'The baseline date is {found}, before the campaign opened on {expected}. Choose a later date.',
    belowZero: {
      buildings: 'The amendment would leave {found} buildings; it cannot be below 0. Check the figures.',
      compounds: 'The amendment would leave {found} compounds; it cannot be below 0. Check the figures.',
      floorArea: 'The amendment would leave {found} m² of floor area; it cannot be below 0. Check the figures.',
      households: 'The amendment would leave {found} households; it cannot be below 0. Check the figures.',
    },
    changesNothing: 'All figures are 0: nothing changes. Enter at least one increase or decrease.',
    documentInFuture: 'The document is dated {found}, after today, {expected}. Check the date.',
    documentMissing: 'There is no document number. Enter the number of the approving document.',
    documentUsed: 'Document “{found}” has been used for an amendment already. Check the number.',
    inFuture: 'The baseline date is {found}, after today, {expected}. Choose today or earlier.',
    notFrozen: 'The survey baseline is not frozen yet. Change the data itself; no amendment is needed.',
    nothingEligible: 'No compound is eligible, so there is nothing to freeze. Complete the survey first.',
  },
  building: {
    hasHouseholds: '“{name}” still has {count} active households and cannot be retired. Retire or move them first.',
    sameName: 'The compound already has a building “{name}”. Choose another name, or open that building.',
  },
  cell: {
    outOfRange: 'Found “{found}”, expected {low} to {high}. Check the number.',
    approximate:
      'Found “{found}”, an approximate figure; its number was taken. Check it, and correct it where the exact figure is known.',
    area: 'Found “{found}”, expected an area. Enter square metres such as 13000 or 13000.50; for ten thousands write 1.3万㎡.',
    areaNegative: 'Found “{found}”; an area cannot be below 0. Enter a positive number.',
    areaUnit: 'Found “{found}”; the unit is not square metres. Convert it to square metres.',
    boolean: 'Found “{found}”, expected yes or no. Enter 是 or 否 (有/无 and √/× also work).',
    choice: 'Found “{found}”, which is not on the list. Choose one of: {expected}.',
    coordinate: 'Found “{found}”, expected a coordinate. Enter degrees such as {expected}, or 102°4′16″.',
    coordinateOutside:
      'Found “{found}”, expected {low} to {high} degrees. Check whether longitude and latitude are swapped.',
    count: 'Found “{found}”, expected a whole number. Enter digits only, such as 105.',
    countOtherUnit: 'Found “{found}”; this column counts “{expected}”. Check whether it stands in the wrong column.',
    countTooBig: 'Found “{found}”, more than 99999. Check the number.',
    day: 'It says “{found}”, which is no complete date. Write it like 2026-11-20, with year, month and day.',
    hiddenRemoved: 'Invisible characters in “{found}” were taken out. Check the text.',
    idAsNumber:
      'The ID number is stored as a number; spreadsheets keep 15 digits of it and lose the rest. Format the cell as text and enter it again.',
    money:
      'Found “{found}”, expected an amount. Enter a number such as 4180000; for ten thousands of yuan write 418万元.',
    moneyNegative: 'Found “{found}”; an amount cannot be below 0. Enter a positive number.',
    moneyUnit: 'Found “{found}”; the unit is neither 元 nor 万元. Convert it.',
    phone: 'Found “{found}”, expected a phone number: 11 digits for a mobile, 0878-3123456 for a landline.',
    rounded: 'Found “{found}” with more than two decimals; it was rounded to two. Check it.',
    text: 'This cell is not text (perhaps an error value or a picture). Replace it with text.',
    textTooLong: 'The text has {length} characters, at most {expected} fit. Shorten “{found}”.',
    year: 'Found “{found}”, expected a year. Enter four digits such as 1998.',
    yearOutside: 'Found “{found}”, expected a year from {low} to {high}. Check it.',
    yearRange: 'Found “{found}”: two years. Enter one; where buildings differ, enter each on the building sheet.',
    yearShort: 'Found “{found}”; which year is meant is not certain. Enter four digits such as 1998.',
  },
  compound: {
    communityElsewhere: 'The community does not lie in the town or subdistrict chosen. Choose one of them again.',
    countyOnly: 'Counties record compounds, and this account belongs to none. Ask the county bureau.',
    noSuchCommunity: 'The community does not exist, or is not of your county. Choose another.',
    noSuchSubdistrict: 'The town or subdistrict does not exist, or is not of your county. Choose another.',
    sameName:
      'The county already has a compound “{name}” (code {code}). Open that one; if this is another, choose its community or another name.',
    unknownFacility: '“{found}” is no public facility of the rule book. Choose one of those listed.',
  },
  date: {
    unreadable: 'The date cannot be read. Write it like 2020-06-30, and check that the day exists.',
  },
  eligibility: {
    builtInTime: 'Built in {found}, not later than {expected}.',
    builtTooLate: 'Built in {found}, later than {expected}.',
    deficiency: {
      environmentPoor: 'Poor environment.',
      facilitiesBackward: 'Backward public facilities that impair daily life.',
      facilitiesIncomplete: 'Incomplete facilities.',
      managementMissing: 'No sound management.',
    },
    excluded: {
      inShantytownPlan: 'In the shantytown renovation plan, so outside the survey.',
      mainlySelfBuilt: 'Mainly self-built houses, so outside the survey.',
      plannedDemolition: 'To be demolished and rebuilt, so outside the survey.',
      urbanVillage: 'An urban village, so outside the survey.',
    },
    hasLegalTitle: 'Legal title.',
    isInsideTown: 'Inside a city or county town.',
    laterBuiltQuota:
      'Built in {found}, not later than {expected}: counts toward the quota of {percent}% of the year’s households.',
    missing: {
      buildingAreas:
        'The buildings differ in year and {count} have no floor area, so the deciding year is open. Add the floor areas.',
      buildingYears: '{count} buildings have no year, so the deciding year is open. Add the years.',
      environmentPoor: 'Whether the environment is poor is not recorded. Please add it.',
      facilitiesBackward: 'Whether public facilities are backward is not recorded. Please add it.',
      facilitiesIncomplete: 'Whether facilities are incomplete is not recorded. Please add it.',
      inShantytownPlan: 'Whether it is in the shantytown renovation plan is not recorded. Please add it.',
      insideTown: 'Whether it lies inside a city or county town is not recorded. Please add it.',
      legalTitle: 'Whether there is legal title is not recorded. Please add it.',
      mainlySelfBuilt: 'Whether houses are mainly self-built is not recorded. Please add it.',
      managementMissing: 'Whether management is missing is not recorded. Please add it.',
      plannedDemolition: 'Whether demolition is planned is not recorded. Please add it.',
      urbanVillage: 'Whether it is an urban village is not recorded. Please add it.',
      yearBuilt: 'The year built is not recorded. Add it for the compound or its buildings.',
    },
    noDeficiency: 'None of the four deficiencies is present; at least {expected} is needed.',
    noLegalTitle: 'No legal title.',
    notExcluded: {
      inShantytownPlan: 'Not in the shantytown renovation plan.',
      mainlySelfBuilt: 'Not mainly self-built houses.',
      plannedDemolition: 'Not planned for demolition.',
      urbanVillage: 'Not an urban village.',
    },
    outsideTown: 'Outside any city or county town.',
  },
  file: {
    unusable: 'The attachment was not found or is used elsewhere. Choose the file again.',
    attachedAlready: '“{name}” is attached to this compound already.',
    notPicture:
      '“{name}” is no picture and cannot be a photo. Choose a JPEG, PNG or WebP picture, or add it as a document.',
  },
  form: {
    nobodyWithout:
      'Every household has a good form: there is nothing to print. To print one anew, choose the household and say why.',
    notInRoll:
      '{count} of the households are not in the frozen roll of this round; nothing was printed. Refresh the page and choose again.',
    notOpen: {
      cancelled: 'This round was cancelled: forms cannot be printed. Print them in the new round.',
      certified: 'This round is certified: forms cannot be printed any more.',
      closed: 'This round is closed: forms cannot be printed any more.',
      draft: 'This round is not open yet and its roll is not frozen: forms cannot be printed. Open the round first.',
    },
    reasonMissing:
      '{count} of the households have a good form, which printing anew voids. Say why, for example lost by the owner or filled in wrongly.',
    serialsUsedUp:
      'The numbers of this round are used up to {expected}: no more forms can be printed. Tell the administrator.',
  },
  household: {
    sameRoom:
      'The building already has this room in this unit ({unit} {room}). Check the room, or open that household.',
  },
  identity: {
    idBirthday: 'The birthday within the ID number does not exist. Check places 7 to 14 against the card.',
    idCheck: 'The last place of the ID number does not fit the other 17; one may be wrong. Check it against the card.',
    idShape: 'An ID number has 18 places (or 15, the old kind). Check it against the card.',
    phone: 'This is no phone number: 11 digits for a mobile, 0878-3123456 for a landline. Check it.',
  },
  job: {
    noLongerAllowed:
      'The account that asked for this ({name}) has another unit or role now and may not do it; nothing was done. Ask again with an account that may.',
    accountDisabled:
      'The account that asked ({name}) is disabled, so the job was not run. Ask again from an active account.',
    accountGone: 'The account that asked no longer exists, so the job was not run. Ask again.',
  },
  import: {
    cell: {
      formula:
        'A formula: the result shown, “{found}”, was read. Please check; links to other files are never followed.',
      formulaError: 'A formula whose result is “{found}”. Type the value instead.',
      merged: 'A merged cell: read as the first one says, “{found}”. Please check.',
    },
    column: {
      missing:
        'These columns are not in the sheet: {found}. Existing values stay; in new records they are empty and show as facts missing.',
      requiredMissing: 'Required columns are missing: {found}. Add them, or download the survey workbook.',
      unknown: 'The column “{found}” is not known and was not read. The other columns are not affected.',
    },
    compound: {
      otherAddress:
        'The same name as in row {first} ({found}) at another address: imported as two compounds. If it is one, remove a row; if they are two, write “{found}（address）” in the sheets below to tell them apart.',
      sameName:
        'The same name as in row {first} ({found}), and no other subdistrict, community or address: these cannot be two compounds. If it is one, remove a row; if they are two, fill in where each of them stands.',
      maybeKnown: '“{found}” may be “{expected}”, which is known already. Decide it under “To decide”.',
    },
    confirm: {
      errors: '{count} errors are left; no row was written. Put them right in the workbook and upload it again.',
      nothing: 'The workbook agrees with the register: there is nothing to import.',
      undecided: '{count} rows wait for your decision. Choose under “To decide”.',
    },
    decision: {
      noChoice: '“{found}” is no choice for row {row}. Choose one of those listed.',
      noRow: 'Row {row} has nothing to decide; it may have been compared anew. Reload and look again.',
    },
    file: {
      archive: 'This is an archive, not a workbook. Unpack it and upload the .xlsx inside.',
      bomb: 'Unpacked, the file is too large (over {megabytes} MB, or packed to an extreme), so it was not read. Remove spare sheets and empty areas and save again.',
      csvRenamed: 'The name does not end in .csv but the content is CSV: read as CSV.',
      damaged:
        'The file is damaged and cannot be opened. Open the original in Excel or WPS, save it as .xlsx and upload that.',
      empty: 'The file is empty (0 bytes). Save the workbook again and upload it.',
      encoding: 'The text encoding is not known. Save the CSV as UTF-8, or as .xlsx, and upload that.',
      html: 'This is a web page with the name of a workbook. Open it in Excel, save as .xlsx and upload that.',
      macros: 'The workbook carries macros and was not read. Save it as .xlsx without macros and upload that.',
      noHeader:
        'No header row was found (at least two columns such as 小区名称). Make sure that it stands in the first 30 rows, or fill in our survey workbook.',
      noRows: 'The file has no rows to import (example and sum rows are not imported). Fill it in and upload it again.',
      noSheet: 'The file has no sheet “{found}”. Choose the sheet again.',
      notTemplate:
        'This is not our survey workbook; it can be imported once its columns are matched. Please check what each column is.',
      notWorkbook: 'This is not a workbook (it looks like {found}). Upload an .xlsx or .csv file.',
      ods: 'This is an OpenDocument sheet (.ods). Save it as .xlsx and upload that.',
      olderTemplate:
        'This workbook is of an older version ({found}; now {expected}) and was read by its headers. Missing columns are named below.',
      otherCounty: 'This workbook belongs to {found}, not to {expected}, and was not read. Upload your own county’s.',
      password: 'The file opens only with a password. Remove the password in Excel or WPS, save, and upload it.',
      picture: 'This is a picture, not a workbook. Upload an .xlsx or .csv file.',
      tooBig: 'The file holds more than memory takes. Split it by subdistrict and import the parts.',
      tooManyRows: 'A sheet has more than {limit, number} rows. Split it into several files.',
      xls: 'This is an old workbook (.xls or .et); renaming does not change that. Open it in Excel or WPS, save as .xlsx and upload that.',
      xlsb: 'This is a binary workbook (.xlsb). Save it as .xlsx and upload that.',
      xlsxNamedCsv: 'The name ends in .csv but the content is a workbook: read as a workbook.',
      xmlSheet: 'This is an XML file, not .xlsx. Open it in Excel, save as .xlsx and upload that.',
    },
    job: {
      fault:
        'The system failed while reading or writing; nothing was written. Upload again; if it fails again, tell the administrator.',
    },
    mapping: {
      noName: 'No column is the compound’s name. Choose it before reading.',
      twice: '“{found}” was given to two columns. Keep one.',
      unknownField: 'There is no field “{found}”. Choose again.',
    },
    place: {
      ambiguous: 'Several communities are called “{found}”. Fill in the subdistrict too.',
      unknown:
        'Found “{found}”, which is no subdistrict or community of this county. Expected: {expected}. Choose from the list.',
    },
    sheet: {
      noHeader:
        'No known header was found on this sheet, so it was not read. Download the survey workbook again and leave its headers as they are.',
    },
    undo: {
      builtOn:
        '“{name}” ({sheet}, row {row}) got buildings, households or photos after the import, so it cannot be undone as a whole. Change the records one by one.',
      changedSince:
        '“{name}” ({sheet}, row {row}) was changed after the import, so it cannot be undone as a whole. Change the records one by one.',
      nothing:
        'The rows of this import are no longer kept, so it cannot be undone as a whole. Change the records one by one.',
    },
    owner: {
      maskUnknown:
        '“{found}” is masked and fits no registered owner. Enter it in full, or leave it as it was exported.',
      nameless: 'There is a phone number without an owner’s name. Add the name.',
      tooManyPhones:
        'There are {found} phone numbers for {expected} owners. Give one for each, in the same order, separated by 、.',
    },
    row: {
      brokenId:
        'The number “{found}” was changed and names no record. Restore it from the export, or clear it to add a new record.',
      compoundAmbiguous:
        '{count} compounds are called “{found}”; which one is meant cannot be told. Say it in this cell: a registered one by its code, a new one as “name（subdistrict, community or address）”. One of: {expected}.',
      duplicate: 'The same as row {first}. Remove one of them, or correct the name.',
      example: 'Example row, not imported: {found}.',
      header: 'Repeated header, not imported.',
      movedBuilding:
        'This building is in “{expected}”; an import does not move it to another compound (“{found}”). Restore the name; merge or split on the compound’s page.',
      movedHousehold:
        'This household is in “{expected}”; an import does not move it to “{found}”. Restore compound and building; retire and enter it anew if it really moved.',
      noBuilding: '“{expected}” has no building “{found}”. Add it on the sheet 楼栋 first, or correct the name.',
      noCompound:
        '“{found}” is neither on the sheet 小区 nor in the register. Add it there first; a similar name is {expected}.',
      sameId:
        'The same number as row {first}: probably a copied row. For a new record clear the hidden number and version of this row; for the same record remove one of the two.',
      sum: 'Sum row, not imported: {found}.',
      title: 'Title or units row, not imported: {found}.',
      unknownCode: 'The code “{found}” is not known in this county. Leave it empty for a new compound: it gets one.',
      unknownId:
        'The number of “{found}” is not known in this county (retired, or another county’s). Clear it to add a new record, or export again.',
      required: '“{field}” is empty; this column is required. Please fill it in.',
    },
  },
  input: {
    choice: 'Not one of the choices: {expected}.',
    controlCharacters: 'There are invisible control characters in the text. Delete them and enter it again.',
    format: 'The format is wrong; expected {expected}. Check it and enter it again.',
    invalid: 'This is not what is needed here. Check it and enter it again.',
    number: 'This needs a number. Check it and enter it again.',
    required: 'This is required.',
    tooBig: 'Too big; at most {expected}. Check it.',
    tooLong: 'Too long; at most {expected}. Shorten it.',
    tooShort: 'Too short; at least {expected}. Add to it.',
    tooSmall: 'Too small; at least {expected}. Check it.',
    type: 'Wrong type; expected {expected}. Check it and enter it again.',
    unknownField: 'Unknown field “{found}”. Leave it out.',
    wholeNumber: 'This needs a whole number. Check it and enter it again.',
    year: 'A year has four digits, from 1900 to 2100. Check it.',
  },
  merge: {
    atLeastTwo: 'Merging needs two different compounds; there are {found}. Choose another.',
    notActive: '“{name}” is no longer active and cannot be merged. Leave it out.',
    otherCounty: 'The compounds are not of one county. Choose compounds of your county only.',
    sameTwice: 'One compound was chosen twice. Leave the second out.',
    survivorNotAmongThem: 'The compound to keep is not among those chosen. Say which of them to keep.',
  },
  money: {
    ...money,
    unreadable: 'The amount cannot be read. Enter yuan with at most two decimals, such as 1234.50.',
  },
  notices: {
    alreadyOne: 'There is “{title}” already. Go on with that one, or withdraw it first.',
    annulledAlready:
      'The ballot of this household is annulled already. Correct it, record another, or leave the ballot alone.',
    answeredAlready: 'This objection was answered; an answer is not changed.',
    ballotStands: 'A ballot of this household is recorded. To change it, choose to correct or annul it.',
    cannotWithdraw: 'This notice is completed or withdrawn already.',
    compoundGone: 'A compound of the notice is retired or outside your territory. Edit the draft, then publish.',
    dismissedChangesNothing: 'A dismissed objection changes no ballot. Choose “upheld”, or leave the ballot alone.',
    handedInLate:
      'It was collected at {found}, and the round was closed at {expected}. What came after closing is not recorded. Check the date on the form; where it is right, write the reply only.',
    handedInPhoto: 'There is no photo of the form. A ballot recorded after closing needs it as evidence: upload one.',
    handedInWhen: 'The day of collection is missing. Enter it as the form says, between opening and closing.',
    noArea: 'The area of the notice is 0. Record the area of the compound first.',
    noBallot:
      'This household has no ballot that could be corrected or annulled. Record the one that was handed in before closing; if there was none, write the reply only.',
    noBuildings: 'There is no building in the scope of the notice. Record the buildings of the compound first.',
    noCompound: 'No compound was chosen. Choose at least one.',
    noHousehold: 'This objection names no household, so it can change no ballot. Enter one that names the household.',
    noOwners: 'There is no household in the scope of the notice. Record the households of the compound first.',
    noPhoto: 'There is no photo of the posted paper yet. Upload at least one.',
    notDraft: 'This notice was published or withdrawn; what it says stays.',
    notInRoll: 'This household is not in the roll of the round. Choose another.',
    notOver: 'Today is {found}; the period lasts to the end of {expected}. Do this once it is over.',
    notPublished: 'This notice is not being published now. Publish it, or see whether it was completed or withdrawn.',
    onlyListNames: 'Only a project list names several compounds.',
    photoDay: 'The photo is of {found}; it must be of a day from {from} to {to}. Check the date.',
    recordWhileOpen: 'This round is still open. Record the household in the building grid, then write the reply.',
    roundNotClosed: 'This round is not closed, so it has no result to publish. Close the round first.',
    roundOver: 'This round is certified or cancelled: its ballots are not changed. Write the reply only.',
    sameChoice: 'The household is recorded so already. Choose another opinion, or leave the ballot alone.',
    schemeNotFinal: 'The scheme is not final, and what is published cannot change. Make it final first.',
    schemeParts: 'The scheme still lacks: {missing}. All six parts are published: complete them first.',
    tooShort: 'The period is {found} days and must be {expected} at least. Make it {expected} or longer.',
    unanswered: '{count} objections are not answered yet. Answer each of them first.',
  },
  owner: {
    idNumberOff: 'This installation does not record ID numbers. Clear the field.',
    notOfCompound: 'The owner is not of this compound. Choose one of its owners, or add a new one.',
  },
  password: {
    sameAsBefore: 'The new password is the same as the old one. Choose another.',
    wrongCurrent: 'The present password is not right. Enter it again.',
    common: 'This password is very common and easily guessed. Choose another.',
    containsUsername: 'The password contains the user name. Choose one that does not.',
    repetitive: 'The password uses very few different characters. Choose one with more variety.',
    tooLong: 'The password has {found} characters, at most {expected} are allowed. Shorten it.',
    tooShort:
      'The password has {found} characters, at least {expected} are needed. Lengthen it; a sentence works well.',
  },
  personal: {
    reasonTooShort: 'The reason is too short; at least {expected} characters. Say why you need to see it.',
  },
  programme: {
    campaignBackwards: 'The campaign closes on {found}, before it opens on {expected}. Check both dates.',
    campaignUnknown: 'The survey campaign does not exist. Choose another.',
    datesEqual: 'Start and completion deadlines are both {found}. Choose a later completion deadline.',
    oneCurrent: 'There is always one current year. Make another year the current one; this one then steps back.',
    rulebookUnknown: 'The rule book does not exist. Choose another.',
    shareAboveLater:
      'The cumulative share {found}% is above the {expected}% of a later year. Enter at most {expected}%.',
    shareFalls:
      'The cumulative share {found}% is below the {expected}% of an earlier year. Enter at least {expected}%.',
    voteTestUnknown:
      'The rule book of this year has no vote test {found}. Choose one of the list, or none (as the rule book names it).',
    yearExists: 'Year {found} exists already. Open it to change it.',
    reportDay: 'The report day is {found}, expected 1 to 28. Change it.',
    targetShare: 'The cumulative share is {found}%, expected 0% to 100%. Change it.',
    yearBackwards: 'The start deadline {found} is after the completion deadline {expected}. Check both dates.',
  },
  readiness: {
    address: 'No address.',
    buildings: 'No buildings registered yet.',
    community: 'No community chosen.',
    coordinates: 'No coordinates.',
    facilities: '{count} of {total} public facilities have no condition: {names}.',
    floorArea: 'No floor area.',
    householdAreas: '{count} households have no exclusive area.',
    householdOwners: '{count} households have no owner.',
    households: 'No households registered yet.',
    maintenanceFund: 'Whether there is a maintenance-fund account is not recorded.',
    mismatch: {
      buildings: 'Stated {stated} buildings, registered {registered}: they differ. Check them.',
      exclusiveArea: 'Stated {stated} m² of exclusive area, registered {registered} m²: they differ. Check them.',
      floorArea: 'Stated {stated} m² of floor area, registered {registered} m²: they differ. Check them.',
      households: 'Stated {stated} households, registered {registered}: they differ. Check them.',
      units: 'Stated {stated} units, registered {registered}: they differ. Check them.',
    },
    originalUnit: 'No original property unit.',
    ownersCommittee: 'Whether there is an owners’ committee is not recorded.',
    ownershipKind: 'No ownership kind.',
    photos: 'No photos yet.',
    propertyService: 'Whether there is property management is not recorded.',
    subdistrict: 'No town or subdistrict chosen.',
    willingness: 'Resident willingness is not recorded.',
  },
  rulebook: {
    gradesOutOfOrder: 'The grade limits “{found}” do not fall to 0. Put them in order.',
    laterBuiltNotLater: 'The later-built year {found} is not later than the cut-off. Choose a later one.',
    malformed: '“{where}” does not have the form of a rule book: {found}. Correct it.',
    noCheckPoints: 'Item “{name}” ({code}) has no check points. Write down at least one.',
    repeated: '“{found}” stands twice in “{where}”. Remove one.',
    stagesOutOfOrder: 'The stages are “{found}”, expected 1 to 10. Put them in order.',
    unknownClause: 'Clause “{found}” is not in the table of clauses. Add it or correct the reference.',
    unknownReference: '“{found}” does not exist. Correct the reference.',
    wrongSum: '“{where}” sums to {found}, expected {expected}. Check the points.',
    yearBackwards: 'In year {year} the start deadline is after the completion deadline. Check both dates.',
  },
  split: {
    atLeastTwo: 'Splitting needs at least two parts; there are {found}. Add another.',
    buildingLeftOver: '{count} buildings are in no part. Put each building into one part.',
    buildingTwice: '{count} buildings are in two parts. Keep each in one.',
    emptyPart: '“{name}” has no building. Give it one, or leave it out.',
    foreignBuilding: '{count} buildings are not of this compound. Leave them out.',
    noBuildings: 'This compound has no registered buildings and cannot be split. Register them first.',
    notActive: '“{name}” is no longer active and cannot be split.',
    sameName: 'Two parts have the same name. Give them different ones.',
  },
  units: {
    hasAccounts: '{count} accounts still belong to this unit. Move them to another unit or disable them first.',
    hasChildren: '{count} units below are still in use: {names}. Retire them first.',
    hasCompounds: '{count} compounds are still registered here. Move them to another unit first.',
    inFuture: 'The date {found} is after today, {expected}. Choose today or earlier, or come back on that day.',
    retiredBeforeStart: 'The last day {found} is not after the first day {expected}. Check the dates.',
    codeTaken: 'The code “{found}” is in use by another unit. Check it.',
    parentUnknown: 'The chosen upper unit does not exist or is retired. Choose again.',
    code: {
      community: 'The community code is “{found}”, expected 12 digits. Check it.',
      county: 'The county code is “{found}”, expected 6 digits or a code like 532300-KFQ. Check it.',
      prefecture: 'The prefecture code is “{found}”, expected 6 digits ending in 00. Check it.',
      subdistrict: 'The town or subdistrict code is “{found}”, expected 9 digits. Check it.',
    },
    codeNotUnderParent:
      'The code is “{found}”, expected to begin with “{expected}”, its parent’s. Check the code or the parent.',
    codeShape: 'A code has 6 to 14 digits, capital letters or hyphens. Check it.',
    parent: {
      community: 'A community stands under a town or subdistrict. Choose one.',
      county: 'A county stands under the prefecture. Choose the prefecture.',
      prefecture: 'A prefecture has no parent. Clear the parent.',
      subdistrict: 'A town or subdistrict stands under a county. Choose one.',
    },
    versionTooEarly: 'The start date {found} is not after that of the present name, {expected}. Choose a later date.',
  },
  export: {
    countyNeeded: 'No county was named. Choose the county to export first.',
    fault:
      'Making the file failed and was not finished. Export again; if it fails again, tell the system administrator.',
    lost: 'This export was not finished (the job was interrupted or the account disabled). Export again.',
    noPersonalData: 'Only the survey workbook with data holds personal data. Take the choice of unmasked data away.',
    notAllowed:
      'Your post has no right to export now; no file was made. Ask your county or the prefecture housing bureau.',
    otherCounty: 'The county asked for is not within your territory now; no file was made.',
    queryOfListOnly:
      'Filters and columns belong to lists; the survey workbook is always the whole county. Take them away.',
    unmaskedNotAllowed: 'Your post has no right to export unmasked personal data now; no file was made.',
    xlsxOnly: 'The survey workbook is made as xlsx only. Choose xlsx.',
  },
  tokens: {
    beyondRole: 'Your role has no “{found}” ({scope}), so a token cannot have it. Leave it out.',
    expiryPast: 'The last day {found} is over. Choose today ({expected}) or later.',
    expiryTooLate: 'The last day {found} is too far off; a token lasts a year at most. Choose {expected} or earlier.',
    nameTaken: 'You have a working token called “{found}”. Choose another name, or revoke that one first.',
    scopeTwice: 'The same scope stands there twice. Name each once.',
    tooMany:
      'An account has {expected} working tokens at most. Revoke what is not used, or give systems accounts of their own.',
  },
  plan,
  ...projects,
  vote,
  voteSheet,
  stage,
  contradiction,
} as const;
