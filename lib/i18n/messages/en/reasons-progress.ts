/** Why a monthly report, a start or completion, a summary or an outage was refused (lib/domain/progress). */
export const report = {
  backwards: '{name}: {found}% this month, less than {last}% before. Say why it went back.',
  beforeProject: '{found} is before the month {expected} in which the project came to be. Choose a later month.',
  completedItem:
    '{name} is registered complete and stands at 100%; {found}% was entered. To change it, take the completion back under Works first.',
  correctionAnswered: 'This request for a correction has been answered. Reload the page.',
  correctionNote: 'Say why the correction is refused.',
  correctionOwn: 'Nobody answers their own request for a correction. Another reviewer does.',
  correctionWaiting: 'A request for a correction of this report waits for its answer. Ask again after that.',
  itemMissing: '{name} has no progress. Enter a percentage from 0 to 100.',
  laterSent:
    '{later} was reported already, so {found} can no longer be sent. Ask for a correction of a report that was sent.',
  locked: {
    accepted: 'This report was accepted and is locked. Ask for a correction.',
    submitted: 'This report was sent and waits for its review; it cannot be changed.',
  },
  monthUnreadable: 'The month cannot be read. Write year-month, such as 2020-05.',
  notBegun: '{found} has not begun (today is {expected}) and cannot be reported.',
  notBuilding: 'The project is in stage {stage}; works have progress from stage 8 on. Enter 0 for every item.',
  notCompleted:
    '{name} stands at 100% but is not registered complete. Register it under Works first, with day and photo.',
  notLocked: {
    correcting: 'A correction of this report was granted. Change it and send it again.',
    draft: 'This report was not sent yet. Change it directly.',
    returned: 'This report was returned. Change it and send it again.',
    submitted:
      'This report waits for its review. A correction is asked for after it was accepted; the reviewer can return it.',
  },
  notPlanned: 'Item {item} is not in the plan in force of this project. Reload the page.',
  notWaiting: {
    accepted: 'This report was accepted. To change it, a correction is asked for.',
    correcting: 'This report is being corrected. Review it when it was sent again.',
    draft: 'This report was not sent yet and cannot be reviewed.',
    returned: 'This report was returned. Review it when it was sent again.',
  },
  outOfOrder: '{lacking} was not reported yet. Report {lacking} before {found}.',
  percentOutside: '{name}: {found}% is not between 0 and 100. Enter a whole number from 0 to 100.',
  remarkMissing: 'Say what is to be corrected, beside what it is about.',
  reviewedBySender: 'Nobody reviews what they sent. Another reviewer does.',
  summedUp: 'The county has sent its summary of this month; the prefecture bureau decides now.',
  twice: '{name} was entered twice. Keep one line.',
} as const;

export const milestone = {
  beforeContract: {
    completion: 'Complete on {found} is before the contract begins on {expected}. Check the date.',
    start: 'Begun on {found} is before the contract begins on {expected}. Check the date, or correct the contract.',
  },
  beforeLastItem: '{name}: complete on {found} is before its last item was on {expected}. Check the date.',
  beforeStart: 'Complete on {found} is before it was begun on {expected}. Check the date.',
  compoundOpen: '{name} was not reported complete. Report each compound, then the project.',
  findingsOpen:
    '{count} findings are not closed. Put them right and have them looked at before the project is complete.',
  inFuture: '{found} is after today, {expected}. Check the date.',
  itemsOpen: '{name}: {completed} of {planned} items are registered complete. Report it when all are.',
  noCompoundStarted: 'No compound was reported as begun. Report a compound first.',
  noContract: 'The project has no contract for construction or EPC. Record the contract first.',
  notStarted: 'Its start was not reported. Report the start before the completion.',
  notWaiting: {
    accepted: 'This was accepted and no longer changes.',
    returned: 'This was returned. Decide when it was sent again.',
  },
  otherCompound: 'This compound is not in the project. Choose one of its compounds.',
  remarkMissing: 'Say why it is returned.',
  there: {
    accepted: 'It was reported and accepted already.',
    submitted: 'It was reported and waits to be accepted.',
  },
} as const;

export const summary = {
  monthRunning: '{found} is not over. It is summed up from the 1st of the next month on.',
  nothing: 'No project reports in {found}; there is nothing to sum up.',
  notWaiting: 'This summary has been decided. Reload the page.',
  open: {
    correcting: 'The report of {name} is being corrected. Sum up when it is accepted.',
    draft: 'The report of {name} is a draft. Sum up when it was sent and accepted.',
    none: '{name} has no report. Sum up when it was sent and accepted.',
    returned: 'The report of {name} was returned. Sum up when it was sent again and accepted.',
    submitted: 'The report of {name} waits for its review. Sum up when it is accepted.',
  },
  remarkMissing: 'Say why it is returned.',
  samePerson: 'Filler and reviewer are two persons, and the filler does not sign (“{name}” stands twice).',
  there: {
    accepted: 'The summary of {found} was accepted already.',
    submitted: 'The summary of {found} was sent and waits for the prefecture bureau.',
  },
} as const;

export const outage = {
  notOver: 'It ends after now. Record it when the system is back.',
  order: 'It ends after it begins. Check the times.',
  overlaps: 'This overlaps an outage that is recorded already.',
  retiredAlready: 'This record was taken back already.',
  tooLong: 'An outage is no longer than {expected} days. Check the dates.',
} as const;
