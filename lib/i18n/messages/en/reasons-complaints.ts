/** Why something of a complaint was refused (lib/domain/complaints). */
export const complaint = {
  onlyMarkup:
    'There is only markup here and no words. Please say in words what it is; angle brackets may be used and are shown as they are.',
  subjectUnknown: 'There is no subject “{found}”. Please choose one of the list.',
  inFuture: 'It was received on {found}, later than today, {expected}. Please enter the day on which it came in.',
  aboutUnknown: 'The compound, project or notice was not found, or is not yours. Please choose again.',
  unitUnknown: 'The town or community was not found, or is of another county. Please choose one of the list.',
  unitNotAsked:
    'The bureau, the implementing entity and the supervisor take no town or community. Please leave it out.',
  noProject:
    'This complaint is of no project, and cannot be assigned to people of one. Please assign it to a town, a community or the bureau.',
  nobodyNamed: {
    entity:
      'Nobody of the implementing entity is named to this project. Name them at the project, or assign it elsewhere.',
    supervisor: 'No supervisor is named to this project. Name one at the project, or assign it elsewhere.',
  },
  notAssigned: 'This complaint is not assigned to your office. Whoever it is assigned to drafts the answer.',
  notNow: {
    received: 'This complaint has no answer yet. Please answer it first.',
    assigned: 'This complaint has no answer yet. Please answer it first.',
    answered: 'This complaint is answered. Where the complainant wants it looked at again, record that.',
    closed: 'This complaint is closed and stays so. Enter what is new as another one.',
    notAccepted: 'This complaint was not accepted and stays so. Enter what is new as another one.',
    transferred: 'This complaint was passed on and stays so. Enter what is new as another one.',
    merged: 'This complaint has joined another one. Please go on there.',
  },
  matterUnknown: 'The one to join was not found, or is of another county. Please choose one of the list.',
  itself: 'It cannot join itself. Please choose another one.',
  matterNotNow: {
    closed: 'The one to join is closed. Please handle this one by itself.',
    notAccepted: 'The one to join was not accepted. Please handle this one by itself.',
    transferred: 'The one to join was passed on. Please handle this one by itself.',
    merged: 'The one to join has itself joined another. Please choose that one.',
  },
  notMerged: 'This complaint has joined no other one.',
  leadNotNow: {
    answered: 'This matter is answered and is no longer separated. Enter what is new as another complaint.',
    closed: 'This matter is closed and is no longer separated. Enter what is new as another complaint.',
    notAccepted: 'This matter was not accepted and is no longer separated. Enter what is new as another complaint.',
    transferred: 'This matter was passed on and is no longer separated. Enter what is new as another complaint.',
    merged: 'This matter has changed. Please read the page anew.',
  },
  reopenedBefore: 'It was opened again on {found}; that is possible once for a matter.',
  reopenOver: 'The last day to ask that it be looked at again was {expected}. Enter what is new as another complaint.',
  mayStillReopen:
    'Until {expected} the complainant may ask that it be looked at again. Choose that they are content if they said so, or close it after that day.',
} as const;

/** Why something of a satisfaction survey was refused (lib/domain/satisfaction). */
export const satisfaction = {
  notOfProject: 'The compound is not in this project. Please choose one of its compounds.',
  tooEarly:
    'The project is in stage {found}; satisfaction is asked from stage {expected} on. Please wait for the works.',
  heldAlready: {
    open: 'A survey of this compound is under way. Please read the page anew.',
    closed: 'This compound was asked, and the result stays.',
  },
  fewHouseholds:
    'The register has {found} households, fewer than {expected}: the sums would show what each said. Please check the register.',
  answerUnknown: 'There is no answer “{found}”. Please choose one of those listed.',
  wordsNotAsked: 'A reason is written only where somebody is not satisfied. Leave it out, or choose another answer.',
  notOpen: {
    open: 'The survey is not over. Please read the page anew.',
    closed: 'The survey is closed and stays as it is.',
    cancelled: 'The survey was cancelled and stays as it is.',
  },
  fewAnswers: '{found} households have answered; {expected} are needed before it is closed and told, {missing} more.',
  over: 'The survey is closed or cancelled; nothing more is recorded.',
  answeredAlready:
    'This household has answered, and is recorded once. Households and answers are kept apart, so that nothing is corrected.',
  notInRoll: 'This household is not in the frozen register. Please choose one of the list.',
} as const;
