/** Why something about a project was refused (lib/domain/projects). */
export default {
  company: {
    creditCode:
      'The unified social credit code “{found}” is wrong (18 signs, the last one a check). Compare it with the business licence.',
    hasContracts: 'The company still has {count} contracts under way. End them before retiring it.',
    nameOfRetired: 'The register has a retired company named “{name}”. Names stand once: check the full name.',
    sameCode: 'This unified social credit code is registered for “{name}” already. Check it; do not register twice.',
    sameName: '“{name}” is in the register already. Choose it there.',
  },
  contract: {
    amountAbsurd: 'The sum is over 100 billion yuan. Check the unit: sums are in yuan.',
    amountZero: 'The sum must be more than 0. State it in yuan.',
    awardAfterSigning:
      'The award of {found} is later than the signing of {expected}. The award comes first: check both.',
    awardMissing: 'This tender method has an award: state its date.',
    companyKind: {
      audit:
        '“{name}” is not registered for audit or whole-process consulting. Add the kind in the register or choose another.',
      construction:
        '“{name}” is not registered for construction or EPC. Add the kind in the register or choose another.',
      consulting:
        '“{name}” is not registered for whole-process consulting. Add the kind in the register or choose another.',
      design:
        '“{name}” is not registered for design, EPC or consulting. Add the kind in the register or choose another.',
      epc: '“{name}” is not registered for EPC. Add the kind in the register or choose another.',
      supervision:
        '“{name}” is not registered for supervision or consulting. Add the kind in the register or choose another.',
    },
    companyRetired: '“{name}” is retired in the register. Choose one that is in use.',
    companyUnknown: 'The county’s register has no such company. Register it first, then choose it.',
    endBeforeStart: 'The end of {found} is before the start of {expected}. Check both.',
    ended: 'Contract {no} has ended and cannot be changed.',
    methodMissing: 'Contracts for construction, supervision, EPC and consulting must state the tender method.',
    sameNo: 'The project has a contract with number “{found}” already. Check the number.',
    signedInFuture: 'The signing of {found} is later than today, {expected}. Check the date.',
  },
  finding: {
    inFuture: 'The date {found} is later than today, {expected}. Check it.',
    itemUnknown: 'The item “{found}” is not on the menu. Choose one of the menu.',
    kindUnknown: 'The rule book has no kind of inspection “{found}”. Choose quality or safety.',
    limitBeforeInspection:
      'The limit of {found} is before the inspection of {expected}. Choose that day or a later one.',
    notOpen: {
      closed: 'This finding is closed; nothing is left to put right.',
      rectified: 'This finding was reported put right and waits to be checked.',
    },
    notRectified: {
      closed: 'This finding is closed; it need not be checked again.',
      open: 'This finding was not reported put right yet. Put it right first.',
    },
    otherCompound: 'The chosen compound is not in this project. Choose again.',
    recheckedByRectifier: 'You reported this put right; another account must check it.',
    recheckedEarly: 'The check of {found} is before the day it was put right, {expected}. Check both.',
    recheckNote: 'Say what is still wrong when the check does not pass.',
    rectifiedBeforeInspection: 'Put right on {found}, before the inspection of {expected}. Check both.',
  },
  funding: {
    kindUnknown: 'The kind does not fit “{source}”. Choose one of its kinds; a source without kinds takes none.',
    sourceUnknown: 'The rule book has no funding source “{found}”. Choose again.',
  },
  progress: {
    beforeStart:
      'Completed on {found}, before the construction contract begins on {expected}. Check the date or the contract.',
    doneAlready: '“{name}” was reported complete already. Take it out.',
    inFuture: 'The date of completion {found} is later than today, {expected}. Check it.',
    noContract: 'There is no contract for construction or EPC yet. Record it before reporting completion.',
    notPlanned: '“{name}” is not among what the plan has to be done. Check the plan.',
    retiredAlready: 'This report was taken back already. Reload the page.',
    samePhoto: 'The same photo was given for before and after. Choose another one.',
    twice: '“{name}” stands twice in this report. Take one out.',
  },
  project: {
    allComplete: 'All ten stages are complete: the project can no longer be suspended or withdrawn.',
    compoundClosed: '“{name}” is retired, merged or split. Take it out of the project.',
    compoundIneligible: '“{name}” was found ineligible. Take it out of the project.',
    compoundNotThere: '{count} of the compounds to be removed are not in this project. Reload the page and try again.',
    compoundTaken:
      '“{name}” is in project “{project}” ({code}) of the same year. A compound is in one project of a year: take it out, or remove it there first.',
    compoundThere: '“{name}” is in this project already. Take it out of the choice.',
    compoundTwice: '“{name}” was chosen twice. Take one out.',
    compoundUnknown:
      '{count} of the chosen compounds are not in your county. A project lies in one county: take them out.',
    compoundsFixed: 'Stage {stage} is complete: the compounds are fixed. To change them, send that stage back first.',
    countyOnly: 'Projects and companies are recorded by the county bureau.',
    documentInFuture: 'The document is dated {found}, later than today, {expected}. Check its date.',
    entityCompany: 'Choose a company of the county’s register that is in use as the implementing entity.',
    entityTown: 'Choose a town of the county as the implementing entity.',
    fileNotScan: '“{name}” cannot be the scan of a contract. Choose a PDF, a Word document or a picture.',
    fileUnknown: 'The file is not there, or belongs to another project. Upload it again.',
    notImplementing:
      'Your town does not implement this project. Its implementing entity or the county bureau does this.',
    noCompounds: 'A project has at least one compound. Choose some.',
    notNow: {
      suspended: 'The project is suspended. Resume it by document first.',
      withdrawn: 'The project is withdrawn; nothing can be done about it any more.',
    },
    nothingChanged: 'There is no compound to add or remove.',
    partyKind: '“{name}” is not registered for this kind. Add the kind in the register or choose another.',
    partyThere: '“{name}” takes part with this kind already.',
    personDisabled: 'This account is disabled. Choose another one.',
    personNamed: 'This account is named to the project already.',
    personRole: 'Only accounts of implementing entities and supervisors can be named. Choose again.',
    personUnknown: 'The county has no such account. Choose again.',
    removeReason: 'Say why the compounds are removed.',
    statusAct: {
      active: 'The project is active; it need not be resumed.',
      suspended: 'The project is suspended already.',
      withdrawn: 'The project is withdrawn; that stays.',
    },
    twoCounties: '{names}: of {counties}, not of the project’s county. A project lies in one county.',
    typeUnknown: 'The rule book has no type of renovation “{found}”. Choose again.',
    yearUnknown: 'Year {found} is not set up. Choose a year that is, or ask the prefecture bureau to set it up.',
  },
} as const;
