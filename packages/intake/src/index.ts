export {
  createActionDoor,
  type ActionDoor,
  type Admission,
  type AdmissionRefusal,
  type AdmittedTimes,
} from "./action-door.ts";
export { compressions, type Compression } from "./bytes/compression.ts";
export { encodings, type Encoding } from "./bytes/encoding.ts";
export { fieldNames, parseColumnMap, type ColumnMap, type FieldName } from "./columns/fields.ts";
export { formats, type Format } from "./formats/detect-format.ts";
export { IntakeError, intakeErrorCodes, type IntakeErrorCode } from "./intake-error.ts";
export { defaultIntakeLimits, type IntakeLimits } from "./limits.ts";
export type { IntakeOptions, Rejection, RejectionReason } from "./options.ts";
export { presetNames, type PresetName } from "./presets/names.ts";
export {
  findIdentifiers,
  maskIdentifiers,
  maskKinds,
  type FoundIdentifier,
  type Mark,
  type MaskedText,
  type MaskKind,
} from "./privacy/mask.ts";
export { createPseudonymiser, type AddressPseudonyms, type Pseudonymiser } from "./privacy/pseudonymiser.ts";
export { readActions } from "./read-actions.ts";
export { readJsonStream, type JsonRecord, type ReadJsonStreamOptions } from "./read-json-stream.ts";
export { readRecords, type RawRecord, type ReadRecordsOptions } from "./read-records.ts";
export type { RecordRefusal } from "./formats/reader.ts";
export type { IntakeReport, SourceReport } from "./report.ts";
export { fileSource, stdinSource, type Source } from "./source.ts";
export type { ClockResolution } from "./times/clock.ts";
export { parseTime, type DateOrder } from "./times/parse-time.ts";
