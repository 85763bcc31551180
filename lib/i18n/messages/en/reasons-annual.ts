/** Why something of the programme year was refused (lib/domain/annual, applications, feasibility, leading-groups). */
export default {
  annual: {
    adjustmentReason: 'An adjustment of the annual plan needs its reason. Please fill it in.',
    compoundTwice:
      'The compound “{compound}” of “{project}” also stands in “{other}” in this year. Please take it out of one of them, or leave one of them out of the plan.',
    confirmed: 'This version of the annual plan is confirmed and stays. To change something, begin an adjustment.',
    documentInFuture: 'The document is dated {found}, later than today, {expected}. Please check its date.',
    draftExists: 'There is a draft for this year already (version {found}). Please go on with it.',
    lockReason: 'Locking a project in or out needs its reason. Please fill it in.',
    lockShort: 'The money does not suffice for {count} projects that are locked in. Add money, or take the locks away.',
    minimumShort: '{count} counties do not reach their minimum of projects. Add money, or lower the minimum.',
    nothingChosen: 'No project is chosen. Enter the money of the year, and see that applications were accepted.',
    weightsSum: 'The three ranking weights add up to {found}; they must be {expected}. Please adjust them.',
    wholePrefecture:
      'Trying other budgets needs sight of the whole prefecture; it is done by the offices of the prefecture.',
    yearUnknown: 'The year {found} is not set up. The prefecture bureau sets it up first.',
  },
  application: {
    bureauAnswers: 'Applications are accepted or returned by the county bureau.',
    inFuture: 'The application is dated {found}, later than today, {expected}. Please check the date.',
    live: {
      accepted: "This project's application for the year is accepted already.",
      returned: "This project's application for the year was returned; please send it anew.",
      submitted: 'An application of this project for the year is waiting. Wait for the answer, or withdraw it first.',
      withdrawn: "This project's application for the year was withdrawn; please send it anew.",
    },
    not: {
      accepted: 'This application is accepted already. Please reload the page.',
      returned: 'This application was returned. Reload the page, mend it and send it anew.',
      submitted: 'This application is waiting for its answer.',
      withdrawn: 'This application was withdrawn. Please reload the page.',
    },
    notActive: 'This project is suspended or withdrawn and cannot apply. Resume it first.',
    planned: 'This project stands in the annual plan of {found}; it can neither apply nor withdraw.',
    replyMissing: 'Returning an application needs its reason. Please fill in the reply.',
    voteNotComplete: 'This project is in stage {found}. It can apply once stage {expected} (second vote) is complete.',
  },
  feasibility: {
    approved: 'This feasibility report is approved and stays. For projects added later write its next version.',
    approvedBeforeConsent:
      "The approval is dated {found}, before the government's consent of {expected}. Please check the dates.",
    bureauRecords: 'For this county {expected} approves, and the county bureau records the approval.',
    consented: 'The government has consented to this report; it waits for the approval.',
    documentInFuture: 'The document is dated {found}, later than today, {expected}. Please check its date.',
    draftExists: 'Version {found} of this year is not approved yet. Finish it, or change it.',
    drcApproves: 'This report is approved by {expected}, with an account of that office.',
    fileMissing: 'The text of the report is not there. Please upload it first.',
    noInvestment: 'The investment is 0. Please enter the sum.',
    noProjects: 'There is no project in the report. Please choose its projects first.',
    notConsented: 'The county government has not consented yet. Please record number and date of its consent first.',
    projectCovered: '“{name}” stands in version {found} of the report and cannot be covered twice.',
    projectOfOtherYear: '“{name}” is a project of {found} and cannot be covered by the report of {expected}.',
    projectWithdrawn: '“{name}” is withdrawn and cannot be covered.',
  },
  leading: {
    documentInFuture: 'The document is dated {found}, later than today, {expected}. Please check its date.',
    documentOlder:
      'The document is dated {found}, before that of the leading group in office ({expected}). Please check the date.',
    documentUsed: 'The document number “{found}” is recorded already. Please check it.',
  },
};
