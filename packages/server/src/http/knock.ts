/** Of a request, what tells who sends it: plain data, before its body is read. */
export type Knock = {
  readonly method: string;
  /** Path and query as they were sent. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The client's address; behind a trusted proxy, what that says. Never to be stored. */
  readonly ip: string;
};
