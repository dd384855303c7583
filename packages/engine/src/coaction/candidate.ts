/**
 * Accounts that might belong together and the cells that suggested it: found on who touched what, never on fine time.
 * Both are ascending and without repeats.
 */
export type Candidate = {
  readonly accounts: Int32Array;
  readonly cells: Int32Array;
};
