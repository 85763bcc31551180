/** Why something of a supervision notice or of news was refused (lib/domain/supervision, news). */
export const supervision = {
  answeredAlready: 'The county has answered; the prefecture bureau closes or returns it. Reload the page.',
  closedAlready: 'This notice is closed. Reload the page.',
  issuedInFuture: 'The date of issue is {found}, after today ({expected}). Check the date.',
  limitBeforeIssue: 'The limit {found} is before the date of issue {expected}. Choose that day or a later one.',
  limitNotLater:
    'The new limit {found} is not after the present one ({expected}). A limit is only put off: choose a later day.',
  limitOver: 'The limit {found} is over (today is {expected}), so the county could not keep it. Give a new limit too.',
  limitPast: 'The limit {found} is past; today is {expected}. Choose today or a later day.',
  notAnswered: 'The county has not answered, so it cannot be closed or returned. Remind the county, or wait.',
  numberUsed:
    'This number belongs to “{name}” to {county}. Check the number; if that one was entered by mistake, withdraw it first.',
  projectElsewhere: 'Project “{name}” is not of the chosen county. A notice goes to one county: take it out.',
  projectWithdrawn: 'Project “{name}” is withdrawn. Take it out.',
  remindedToday: 'The county was reminded today. Remind it tomorrow, or call the county bureau.',
  statedBeforeIssue: 'The date {found} is before the notice was issued ({expected}). Check the date.',
  statedInFuture: 'The date is {found}, after today ({expected}). Check the date.',
  withdrawnAlready: 'This notice is withdrawn. Reload the page.',
} as const;

export const news = {
  documentNoMissing: 'Praise rests on a document. Give its number.',
  inFuture:
    'The date is {found}, after today ({expected}). What has not appeared or been held cannot be filed: check the date.',
  issuerMissing: 'Say which body issued the document of praise.',
  kindUnknown: 'The rule book has no kind “{found}”. Choose the kind again.',
  levelNotOfKind: '“{nameEn}” is of these levels only: {expectedEn}. Choose the level or the kind again.',
  linkOrFile: 'Give a link, or attach the file or photo of what appeared: one at least.',
  linkTwice: 'This link was filed already: “{name}” ({found}). The same piece is filed once.',
  linkUnreadable:
    'The link cannot be read. Give a whole address that begins with http:// or https://, 500 characters at most.',
  mediumMissing: 'Choose the kind of medium in which it appeared.',
  mediumUnknown: 'The rule book has no medium “{found}”. Choose the medium again.',
  otherYear: 'The date {found} is not within the chosen year ({from} to {to}). Check the date or the year.',
  outletMissing: 'Name the medium or bulletin, for example Yunnan Daily.',
  participantsMissing: 'Say how many took part in the on-site meeting.',
  placeMissing: 'Say where the on-site meeting was held.',
  titleTwice:
    'This title was filed for the same day and medium already: “{name}” ({found}). The same piece is filed once.',
  withdrawnAlready: 'This piece is withdrawn. Reload the page.',
} as const;
