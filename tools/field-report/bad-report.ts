/** Something wrong with a field report or with what was asked, in one line for the person who asked. Ends the command with status 2. */
export class BadReport extends Error {}
