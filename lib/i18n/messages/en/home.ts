export default {
  title: 'To do',
  greeting: '{name}, {count} things to do now',
  greetingNone: '{name}, nothing to do now',
  asOf: 'As of {moment}',
  empty: 'All done',
  emptyText: 'Whatever you have to do next will show here.',
  ofProjects: 'Projects named to you will appear here',
  ofProjectsText:
    'Once a county bureau names you as implementing entity or supervisor, designs, works and acceptance to be done stand here. The rule book is open to you now.',
  leader: 'See the figures',
  toDashboard: 'See the survey dashboard',
  toCompounds: 'See the compounds',
  toRulebook: 'See the rule book',
  due: 'Due {day}',
  late: '{days, select, 1 {1 day late} other {{days} days late}}',
  today: 'Due today',
  left: '{days, select, 1 {1 day left} other {{days} days left}}',
  noDate: 'No due date',
  and: '{list} and others',
  putAside: 'Put aside',
  putAsideLabel: 'Put aside: {title}',
  putAsideDone: 'Put aside, for you only',
  kinds: {
    voteOpen: {
      title: '{name}: the {round, select, 1 {first vote} other {second vote}} is under way',
      text: '{returned} of {households} households returned. {lack, select, reached {Both thresholds are reached.} both {{lackHouseholds} households and {lackArea} m² to go.} households {{lackHouseholds} households to go.} area {{lackArea} m² to go.} other {The thresholds are not reached yet.}}',
      action: 'See which doors',
    },
    voteReached: {
      title: '{name}: the {round, select, 1 {first vote} other {second vote}} has reached both thresholds',
      text: '{returned} of {households} households returned. Go on collecting, or close the vote.',
      action: 'Close it',
    },
    voteOverdue: {
      title: '{name}: the {round, select, 1 {first vote} other {second vote}} is past its planned day',
      text: '{returned} of {households} households returned. {lack, select, reached {Both thresholds are reached.} both {{lackHouseholds} households and {lackArea} m² to go.} households {{lackHouseholds} households to go.} area {{lackArea} m² to go.} other {The thresholds are not reached yet.}} Close the vote, or change the planned day.',
      action: 'Close it',
    },
    ballotsWrong: {
      title: '{name}: {count, plural, one {# ballot was} other {# ballots were}} found wrong',
      text: 'Correct them by their forms; a second person checks them again. After closing only an objection corrects a ballot.',
      action: 'See them',
    },
    ballotsToCheck: {
      title: '{name}: {count, plural, one {# ballot waits} other {# ballots wait}} for your check',
      text: 'Compare what was recorded with the photo of the form.',
      action: 'Check',
    },
    callBacksWaiting: {
      title: '{name}: {count, plural, one {# household waits} other {# households wait}} for a call back',
      text: 'The result can be certified once the calls are made.',
      action: 'Call',
    },
    voteCertify: {
      title: '{name}: the {round, select, 1 {first vote} other {second vote}} waits for your certificate',
      text: 'Checks, call backs and notice are done. Nothing changes once it is certified.',
      action: 'Certify',
    },
    noticeToComplete: {
      title: 'The period is over: {name}',
      text: 'See that every objection is answered and a photo of the posted paper is there, then complete the notice.',
      action: 'Complete it',
    },
    objectionsOpen: {
      title: '{count} objections wait for your answer: {name}',
      text: 'Each has to be answered before the notice can be completed.',
      action: 'Answer them',
    },
    reportsDue: {
      title: '{count, plural, one {# project has} other {# projects have}} not reported {year}-{month} yet',
      text: 'Progress is filled in with last month’s: change what has changed, then investment and problems.',
      action: 'Report',
    },
    reportReturned: {
      title: 'The report of {name} for {year}-{month} is to be corrected',
      text: 'Change what the remarks or the granted request name, and send it again.',
      action: 'Correct',
    },
    reportsToReview: {
      title: '{count, plural, one {A report waits} other {# reports wait}} for your review',
      text: 'Only what has changed since the last accepted report is shown. Accept it, or return it line by line.',
      action: 'Review',
    },
    reportCorrections: {
      title: '{count, plural, one {A request} other {# requests}} for corrections of reports',
      text: 'Granted, a report is open again; its first time of receipt stays.',
      action: 'Answer',
    },
    summaryDue: {
      title: 'All reports of {year}-{month} were accepted: the summary can be sent',
      text: 'Sent as one act by who fills in, who reviews and who signs.',
      action: 'Send',
    },
    milestonesWaiting: {
      title:
        '{name}: {count, plural, one {a start or completion waits} other {# starts or completions wait}} to be accepted',
      text: 'What counts is when the system first received the report.',
      action: 'Accept',
    },
    summaryWaiting: {
      title: 'The summary of {countyEn} for {year}-{month} waits to be accepted',
      text: 'Accept it, or return it with the reason.',
      action: 'Accept',
    },
    complaintsNew: {
      title: '{count, plural, one {A new complaint waits} other {# new complaints wait}} to be assigned',
      text: 'Assign them, or answer at once.',
      action: 'Assign',
    },
    complaintsDrafted: {
      title: '{count, plural, one {A drafted answer waits} other {# drafted answers wait}} for you',
      text: 'Read what the assigned office drafted, change it where needed, and answer.',
      action: 'Answer',
    },
    complaintDue: {
      title: 'Complaint {no} is due soon: {words}',
      text: 'It has no answer yet. Ask the assigned office, and answer in time.',
      action: 'Open',
    },
    complaintLate: {
      title: 'Complaint {no} is late: {words}',
      text: 'Please see to it; it counts as late until it is answered.',
      action: 'Open',
    },
    complaintMine: {
      title: 'Complaint {no} is assigned to you: {words}',
      text: 'Look into it and draft the answer; the county bureau answers the complainant.',
      action: 'Open',
    },
    satisfactionOpen: {
      title: '{name}: {count} households have not said whether they are satisfied',
      text: 'At the door, at a meeting or by telephone; each household once.',
      action: 'Record',
    },
    importProblems: {
      title: 'Workbook “{name}” has {errors} problems',
      text: 'See each of them, mend, and upload again.',
      action: 'See the problems',
    },
    importMapping: {
      title: 'Workbook “{name}” waits for its columns',
      text: 'It is not our template: say what each column is.',
      action: 'Name the columns',
    },
    importConfirm: {
      title: 'Workbook “{name}” is checked and waits for you',
      text: 'No problems; nothing is written until you confirm.',
      action: 'Check and confirm',
    },
    importFailed: {
      title: 'Workbook “{name}” could not be read',
      text: 'See why, then upload again.',
      action: 'See why',
    },
    campaignClosing: {
      title: '“{name}”: {count} compounds lack facts',
      text: 'Only complete compounds can be decided.',
      action: 'See these compounds',
    },
    compoundIncomplete: {
      title: '{name}: {count, plural, one {# fact} other {# facts}} missing',
      text: 'Missing: {facts}',
      action: 'Fill in',
    },
    compoundsIncompleteMore: {
      title: '{count} more compounds lack facts',
      text: 'Only complete compounds can be decided.',
      action: 'See all',
    },
    registerGaps: {
      title: '{name}: the register is not complete',
      text: '{noArea, plural, =0 {} one {# household without an area. } other {# households without an area. }}{noOwner, plural, =0 {} one {# household without an owner. } other {# households without an owner. }}Both votes count by the register.',
      action: 'Complete the register',
    },
    findingsDue: {
      title: '{name}: {count, plural, one {# finding is} other {# findings are}} at or near the limit',
      text: 'Put them right in time, with a photo, and have them checked.',
      action: 'Put right',
    },
    recheckWaiting: {
      title: '{name}: {count, plural, one {# finding waits} other {# findings wait}} to be checked again',
      text: 'Reported put right. Look at the site: close what is right, send back what is not.',
      action: 'Check again',
    },
    stopWorkStands: {
      title: '{name}: stop-work note {documentNo} stands',
      text: 'Nothing can be reported complete, and stages 8 and 9 do not pass. Lift it once all that it names is closed.',
      action: 'See the note',
    },
    aftercareCheck: {
      title: '{name}: check {months} months after acceptance',
      text: 'Look at the works, their maintenance and the property service on site, and record the result.',
      action: 'Record it',
    },
    maintenanceAccount: {
      title: '{name}: open a maintenance-fund account',
      text: 'The works are under way and the compound has no account. Resident money outside the project goes into it.',
      action: 'Open it',
    },
    applicationsWaiting: {
      title: '{count} applications wait for an answer',
      text: 'What is accepted takes part in the ranking; returning needs the reason.',
      action: 'Answer',
    },
    feasibilityConsent: {
      title: "{name} waits for the county government's consent",
      text: 'Record its number, date and file; then the report goes to its approval.',
      action: 'Record the consent',
    },
    feasibilityApprove: {
      title: '{name} waits for its approval',
      text: 'The county government has consented. Record number, date and file of the approval.',
      action: 'Approve',
    },
    scorecardSelf: {
      title: 'Score your county for {year}',
      text: 'Check what the records give, add proofs and the report, and submit in time.',
      action: 'Score',
    },
    scorecardReturned: {
      title: 'The self-score of {year} was given back',
      text: '{reason}. Correct it and submit again.',
      action: 'Correct',
    },
    scorecardReview: {
      title: 'Review the self-scores of {year}: {names}',
      text: '{count, plural, one {# county has} other {# counties have}} submitted and wait for the review.',
      action: 'Review',
    },
    scorecardOverdue: {
      title: 'No self-score of {year} yet: {names}',
      text: '{count, plural, one {# county is} other {# counties are}} past the last day. Remind them, move the day, or review by the records.',
      action: 'Deal with it',
    },
    scorecardDisputes: {
      title: '{countyEn} disputes its review',
      text: '{year}: {count, plural, one {# criterion waits} other {# criteria wait}} for an answer: {names}.',
      action: 'Answer',
    },
    scorecardDispute: {
      title: 'The review of {year} is completed',
      text: 'Check what the review gave; dispute single criteria within the limit.',
      action: 'Check',
    },
    supervisionToAnswer: {
      title: 'Answer the notice: {name}',
      text: '{documentNo}{reminders, plural, =0 {} one {, reminded once} other {, reminded # times}}. Do what it asks and answer within the limit.',
      action: 'Answer',
    },
    supervisionAnswered: {
      title: '{countyEn} answered the notice: {name}',
      text: '{documentNo}. Look at the answer; close it or return it.',
      action: 'Look at it',
    },
    supervisionOverdue: {
      title: '{countyEn} has not answered in time: {name}',
      text: '{documentNo}{reminders, plural, =0 {, not reminded yet} one {, reminded once} other {, reminded # times}}.',
      action: 'Remind',
    },
    annualPlanDraft: {
      title: '{name} is a draft',
      text: 'Enter the money of the year, check the choice and its reasons, confirm it by document.',
      action: 'Go on',
    },
    fundPaymentsWaiting: {
      title: '{count} payments wait for your approval',
      text: '¥{total} together; the oldest has waited {days} days.',
      action: 'Look at them',
    },
    fundImportDraft: {
      title: '“{name}” is not in the ledger yet',
      text: '{lines} lines, {undecided} of them undecided.',
      action: 'Go on',
    },
    fundBatchDraft: {
      title: '{name} has not been issued',
      text: '{documentNo}: ¥{total} in total, ¥{placed} in lines.',
      action: 'Go on',
    },
    fundPool: {
      title: '¥{total} of {year} to assign to projects',
      text: 'Allocated to this county; the oldest {days} days ago.',
      action: 'Assign',
    },
    lights: {
      title: 'Red lights: {red}; newly yellow: {yellow}',
      text: 'Red: a date was missed or a gate broken. Yellow: it will miss its date, or is due soon. Look at the reasons.',
      action: 'Watch list',
    },
    fundPaceFar: {
      title: 'Money of {year} is spent {points} points behind the calendar',
      text: '{spent}% is spent, {due}% of the year is over. See the idle money and pay.',
      action: 'Idle money',
    },
    baselineFreeze: {
      title: 'Freeze the total of “{name}”',
      text: 'Later shares divide by it; {count} compounds still lack facts.',
      action: 'Freeze',
    },
    campaignMissing: {
      title: 'No survey campaign yet',
      text: 'With a campaign every county has its closing date.',
      action: 'Open a campaign',
    },
    currentYearMissing: {
      title: 'No current programme year',
      text: 'Deadlines, target share and rule book go by the year.',
      action: 'Set the year',
    },
    accountsUnused: {
      title: '{count} accounts have never signed in',
      text: 'Have their owners got the first password? Disable what is not needed.',
      action: 'See the accounts',
    },
    stageStep: {
      title: '{name}: “{stepEn}” waits for you',
      text: 'Stage {stage}, {stageNameEn}: everything that it needs is there.',
      action: 'Take the step',
    },
    stageLacks: {
      title: '{name}: {stageNameEn} lacks {count}',
      text: 'Needed before “{stepEn}”: {needsEn}.',
      action: 'Mend the first',
    },
    reminder: {
      yearStart: {
        title: 'Projects of {year}: the day to have begun is near or past',
        text: 'By the rule book the projects of this year must have begun by then.',
        action: 'See the year',
      },
      yearComplete: {
        title: 'Projects of {year}: the day to be complete is near or past',
        text: 'By the rule book the projects of this year must be complete by then.',
        action: 'See the year',
      },
      campaignIncomplete: {
        title: '“{name}” closes soon; {count} compounds of {counties} counties lack facts',
        text: 'Ask these counties to complete them: the total is frozen after the closing day.',
        action: 'See these compounds',
      },
      accountsUnused: {
        title: '{count} accounts made on {day} were not used for a month',
        text: 'Disable what is not needed; hand over the first password of what is.',
        action: 'See the accounts',
      },
      backupOverdue: {
        title: 'The backup is overdue',
        text: 'Last good backup: {last}. See why under Operations, and make one now.',
        action: 'See operations',
      },
    },
    exportReady: { title: 'Your exported file is ready', text: '{name}', action: 'Download' },
  },
} as const;
