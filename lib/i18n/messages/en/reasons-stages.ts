export default {
  alreadyComplete: 'Stage {stage} is complete already. Reload the page.',
  auditedMissing: 'The audited sum of the final account is not there. Enter it on the page “Acceptance”.',
  budgetMissing: 'The budget is not there. Enter it under “Figures” of the project.',
  buildingsWithoutPlan:
    '{count} buildings of “{name}” are in no plan. Make a new version that has a plan for each of them.',
  compoundRetired: '“{name}” is retired. Check the compound, or take it out of the project.',
  consentMissing: 'The feasibility report has no consent of the county government yet. Record its number and date.',
  constructionNotAwarded: 'Construction is not awarded yet. Record the contract (or that of the EPC).',
  designNoticeMissing: 'The design of “{name}” is not published yet. Publish it first.',
  designRuns: 'The design of “{name}” is published until {day}; go on after that day.',
  entityMissing: 'No implementing entity is named yet. Name it on the overview of the project.',
  estimateMissing: 'The cost estimate is not there. Enter it under “Figures” of the project.',
  feasibilityMissing: 'The project is in no feasibility report of its year. Write the report and put the project in.',
  feasibilityNotApproved:
    'The feasibility report is not approved yet. The county DRC (or the body that the unit names) approves it.',
  finalAccountMissing: 'The final account is not there. Enter it on the page “Acceptance”.',
  findingsOpen: '{count} findings are not rectified and looked at again. Complete both.',
  fundingDiffers:
    'Funding is {funding} yuan, the plan costs {cost} yuan: they must be equal to the fen and more than 0. Change the funding or the plan.',
  handoverMissing: 'The handover list lacks warranty and maintaining party of {count} items. Complete the list.',
  inFuture: 'The stated day is {found}, later than today ({today}). State today or an earlier day.',
  itemsMissing: '{missing} of {planned} planned items are not reported complete. Report them on the page “Works”.',
  listMissing: '“{name}” stands in no published project list. Publish the list first.',
  listRuns: 'The project list with “{name}” is published until {day}; go on after that day.',
  noCompound: 'The project has no compound yet. Choose one first.',
  noSuchStep: 'Stage {stage} has no step “{step}”. Reload the page.',
  notAccepted: 'The joint acceptance has not passed yet. Hold it and record the opinions.',
  notApplied: 'The project has not applied, so it cannot enter an annual plan. Hand in the application first.',
  notComplete: 'Stage {stage} is not complete: there is nothing to send back.',
  notEligible: '“{name}” is ineligible. Check the survey, or take the compound out of the project.',
  notInAnnualPlan:
    'The project has applied but stands in no confirmed annual plan: construction drawings cannot begin. Wait for the prefecture to confirm the plan.',
  notSurveyed: 'The survey of “{name}” is incomplete. Complete it first.',
  notYours: '“{nameEn}” is not for your role. The body that the rule book names takes it.',
  outOfOrder: 'The project is in stage {current}, not in stage {stage}. Take the stages in their order.',
  paperMissing: '“{nameEn}” is not filed yet. Upload it.',
  permitsUnknown:
    'It is not said yet of {count} things whether the project touches new land, new pipelines or the structure. Say so under “Permits”.',
  planNotFinal: 'The plan of “{name}” is not final. Write it and make it final.',
  projectSuspended: 'The project is suspended. Resume it first.',
  projectWithdrawn: 'The project is withdrawn: nothing more is done in it.',
  propertyService: 'Nothing is said of property service: who takes it over, or why nobody does. State one of the two.',
  reasonMissing: 'Sending back needs a reason. Say what is to be put right.',
  renovationType: 'The renovation type is not stated. Choose it on the overview of the project.',
  returnsNowhere: '“{nameEn}” has no earlier step to return to.',
  roundOne: 'The first vote of “{name}” is not certified as passed.',
  roundTwo: 'The second vote of “{name}” is not certified as passed.',
  sendBackNotYours: 'Stage {stage} cannot be sent back by your role. Ask the county or the prefecture bureau.',
  sharesDiffer:
    'Residents fund {funded} yuan, their share in the plan is {share} yuan: they must be equal. Change the shares or the funding.',
  stepNotNext: 'The next step is “{nextEn}”, not “{nameEn}”. The page may be old: reload it.',
  stepToCome: 'Waiting for “{nameEn}”.',
  workStopped: 'Stop-work note {no} still stands. Put right what it names, have it checked, then lift it.',
  supervisionNotAwarded:
    'Supervision is not awarded yet. Record the contract (or that of the whole-process consulting).',
};

export const contradictions = {
  compoundRetired: '“{name}” of the project is retired, merged or split. Check the compounds of the project.',
  costNotEstimate: 'The plan costs {cost} yuan, the estimate says {estimate} yuan. Check which is wrong.',
  datesOutOfOrder: 'Stage {stage} states {day}, before {beforeDay} of stage {before}. Check the dates.',
  itemTwice:
    '{count} items are reported complete in project {code} too ({itemsEn}). The same item is not done twice: check.',
  listBeforeVote:
    'The project list with “{name}” was published on {notice}, before its first vote was certified on {vote}. Check.',
  twoYears: '“{name}” stands in project {code} of the year {year} too. Check which year it belongs to.',
  voteBeforeNotice: 'The second vote of “{name}” opened on {vote}, before its design was published on {notice}. Check.',
};
