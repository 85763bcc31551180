/** How many cards of a long table a phone shows at first; app/globals.css hides the others. */
export type PhoneFirst = 5 | 10 | 20;

/** Two or three more are not worth a button. Asked on the server, so it is not a client module's. */
export const isLong = (rows: number, first: PhoneFirst | undefined): first is PhoneFirst =>
  first !== undefined && rows > first + 3;
