/** Why a paper was refused (lib/domain/archive). */
export const archive = {
  compoundOfOther: 'The chosen compound is not part of this project. Choose one of its compounds.',
  dateInFuture: 'The date of issue is {found}, later than today, {today}. Check the date.',
  fileDamaged:
    'The file “{file}” of paper {no} “{title}” is not what was filed, so nothing was packed. Restore it from a backup or file it anew.',
  fileMissing:
    'The file “{file}” of paper {no} “{title}” is gone, so nothing was packed. Restore it from a backup or file it anew.',
  fileOfOther: 'The file belongs to another project. Upload the paper of this project.',
  kindUnknown: 'There is no kind of paper “{found}”. Choose from the list.',
  noDate: '“{paper}” needs its date of issue.',
  noIssuer: '“{paper}” needs the body that issued it.',
  noNumber: '“{paper}” needs its document number.',
  notCurrent: 'This paper is no longer the current version and cannot be withdrawn. Reload the page.',
  notYours: '“{paper}” is not filed by your office. It is filed by the office that issues or handles it.',
  projectWithdrawn: 'The project is withdrawn; nothing can be done about it any more.',
  stageCompleted:
    'Stage {stage} is complete, so its papers cannot be withdrawn. Send the stage back first, or file a new version.',
  whyLater: 'Stage {stage} is complete: a new version needs the reason in the note.',
} as const;

/** Why a step of the joint acceptance was refused (lib/domain/acceptance). */
export const acceptance = {
  accountBeforeAcceptance: 'The joint acceptance has not passed yet. Enter the final account afterwards.',
  accountPaper: 'The final account is not filed yet. File it among the papers first, then enter its sum.',
  accountTooEarly: 'The final account is dated {found}, before the acceptance passed on {expected}. Check its date.',
  auditBeforeAccount: 'There is no final account yet. Enter it first, then the audited sum.',
  auditPaper: 'The audit report is not filed yet. File it among the papers first, then enter its sum.',
  auditTooEarly: 'The audit report is dated {found}, before the final account of {expected}. Check both dates.',
  concluded: 'This acceptance is concluded and cannot be changed.',
  conditionsOpen: '“{name}” set conditions that the conclusion does not answer yet. Say how each was met.',
  constructionNotComplete: 'Stage 8, construction, is not complete: the acceptance cannot pass.',
  disagrees:
    '“{name}” does not agree, so the acceptance cannot pass. Put things right and hold another, or conclude that it failed.',
  heldBeforeCompletion:
    'The acceptance was held on {found}, before construction was complete on {expected}. Check the date.',
  heldInFuture: 'The acceptance is to be held on {found}, later than today, {today}. Conclude on that day or after.',
  nameTwice: 'The opinion of “{name}” is recorded already. If it is wrong, take it out first.',
  negative: 'A sum cannot be below 0. Enter a positive number.',
  noConclusion: 'An acceptance that failed needs a conclusion with the reason.',
  noRemarks: 'Whoever does not simply agree says why. Enter the remarks.',
  partyMissing: 'There is no opinion of “{party}” yet. Record it before concluding that the acceptance passed.',
  partyTwice: '“{party}” has one opinion, and it is recorded already. If it is wrong, take it out first.',
  partyUnknown: '“{found}” is not among the parties of an acceptance. Choose from the list.',
  passedAlready: 'The joint acceptance of this project has passed; no other is needed.',
  projectNotActive: 'The project is suspended or withdrawn: acceptance and final account cannot be handled now.',
  underWay: 'An acceptance is under way already. Conclude it first.',
} as const;

/** Why something of the aftercare was refused (lib/domain/aftercare). */
export const aftercare = {
  checkInFuture: 'The check is dated {found}, later than today, {today}. Record it after it was made.',
  checkRemarks: 'Say which problems were found.',
  checkTooEarly: 'The check is dated {found}, before the acceptance passed on {expected}. Check the date.',
  checkedAlready: 'This check is recorded already. Reload the page.',
  itemUnknown: 'The item “{found}” is not on the menu. Choose from the menu.',
  noPicture: 'The chosen file is no picture. Upload a photo of the check.',
  operatorMaintains: '“{item}” is lines or pipes, which their operator maintains. Choose “pipeline operator”.',
  propertyBoth: 'Both a property company and a reason for having none are given. Give one of the two.',
  propertyNone: 'Name the property company that took over, or give the reason why there is none.',
  warrantyTooEarly: 'The warranty ends on {found}, before the acceptance passed on {expected}. Check the date.',
} as const;
