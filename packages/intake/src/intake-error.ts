/** Why an input could not be read at all. One table: the CLI and the docs show these words. */
export const intakeErrorCodes = [
  "unreadable_source",
  "empty_input",
  "no_usable_rows",
  "missing_columns",
  "unknown_column",
  "bad_map",
  "unknown_preset",
  "unknown_zone",
  "weak_key",
  "too_many_columns",
  "unclosed_quotes",
  "ambiguous_dates",
  "decompression_bomb",
  "bad_parquet",
  "input_too_large",
] as const;
export type IntakeErrorCode = (typeof intakeErrorCodes)[number];

/** An input that cannot be read. The message is one sentence that names what is missing and what to do; show it as it is. */
export class IntakeError extends Error {
  readonly code: IntakeErrorCode;

  constructor(code: IntakeErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "IntakeError";
    this.code = code;
  }
}
