/** A failure that a person can act on: its message is one clear sentence and what to do. No stack is shown. */
export class Halt extends Error {
  name = "Halt";
}
