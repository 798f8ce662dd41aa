/** Something wrong in what the laboratory was asked, in one line for the person who asked. Ends the command with status 2. */
export class BadInput extends Error {}
