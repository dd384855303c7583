import { actionKinds, objectKinds } from "@breakwater/records";
import type { ByteReader, ByteWriter } from "./bytes.ts";
import type { FloatColumn, IntColumn } from "./columns.ts";
import type { Interner } from "./interner.ts";
import {
  createObservation,
  internObject,
  internText,
  startOfObjects,
  traitNames,
  type Observation,
} from "./observation.ts";

/** Writes an observation. Texts are written raw and normalised anew when they are read. Cost: linear. */
export function writeObservation(writer: ByteWriter, observation: Observation): void {
  const { count, accounts, texts, objects } = observation;
  writer.whole(count);
  for (const id of observation.ids) writer.string(id);
  writeFloats(writer, observation.at, count);
  for (let row = 0; row < count; row++) writer.byte(observation.kind.get(row));
  writeStrings(writer, accounts.strings);
  writeInts(writer, observation.account, count);
  writeFloats(writer, observation.createdAt, count);
  for (const name of traitNames) {
    writeStrings(writer, observation.traits[name].strings.strings);
    writeInts(writer, observation.traits[name].row, count);
  }
  writeStrings(writer, texts.raw.strings);
  writeInts(writer, observation.text, count);
  writeStrings(writer, objects.ids);
  for (let object = 0; object < objects.ids.length; object++) writer.byte(objects.kinds.get(object));
  for (let row = 0; row < count; row++) {
    const first = startOfObjects(observation, row);
    const end = observation.objectEnd.get(row);
    writer.whole(end - first);
    for (let at = first; at < end; at++) writer.whole(observation.objectIndex.get(at));
  }
}

export function readObservation(reader: ByteReader): Observation {
  const observation = createObservation();
  const count = reader.count();
  observation.count = count;
  for (let row = 0; row < count; row++) observation.ids.push(reader.string());
  readFloats(reader, observation.at, count);
  for (let row = 0; row < count; row++) {
    if (!(observation.at.get(row) >= 0)) throw new Error("snapshot is damaged: an action has no time");
    observation.kind.set(row, readCode(reader, actionKinds.length));
  }
  const accountCount = readStrings(reader, observation.accounts);
  readInts(reader, observation.account, { count, end: accountCount, isOptional: false });
  readFloats(reader, observation.createdAt, count);
  for (const name of traitNames) {
    const { row, strings } = observation.traits[name];
    readInts(reader, row, { count, end: readStrings(reader, strings), isOptional: true });
  }
  const textCount = reader.count();
  for (let text = 0; text < textCount; text++) internText(observation.texts, reader.string());
  readInts(reader, observation.text, { count, end: observation.texts.raw.strings.length, isOptional: true });
  readObjects(reader, observation);
  return observation;
}

function readObjects(reader: ByteReader, observation: Observation): void {
  const ids = Array.from({ length: reader.count() }, () => reader.string());
  for (const id of ids) internObject(observation.objects, readCode(reader, objectKinds.length), id);
  let end = 0;
  for (let row = 0; row < observation.count; row++) {
    const objectCount = reader.count();
    for (let i = 0; i < objectCount; i++) observation.objectIndex.set(end++, reader.index(ids.length));
    observation.objectEnd.set(row, end);
  }
}

function readCode(reader: ByteReader, end: number): number {
  const code = reader.byte();
  if (code >= end) throw new Error(`snapshot is damaged: there is no kind ${code}`);
  return code;
}

function writeStrings(writer: ByteWriter, strings: readonly string[]): void {
  writer.whole(strings.length);
  for (const string of strings) writer.string(string);
}

function readStrings(reader: ByteReader, strings: Interner): number {
  const count = reader.count();
  for (let i = 0; i < count; i++) strings.intern(reader.string());
  return strings.strings.length;
}

/** A column that was never set is one byte. */
function writeInts(writer: ByteWriter, column: IntColumn, count: number): void {
  const isSet = column.values.length > 0;
  writer.byte(Number(isSet));
  if (isSet) for (let row = 0; row < count; row++) writer.whole(column.get(row) + 1);
}

function readInts(
  reader: ByteReader,
  column: IntColumn,
  { count, end, isOptional }: { readonly count: number; readonly end: number; readonly isOptional: boolean },
): void {
  const isSet = reader.byte() === 1;
  if (!isSet && !isOptional && count > 0) throw new Error("snapshot is damaged: a column is missing");
  if (!isSet) return;
  for (let row = 0; row < count; row++) {
    const value = reader.index(end + 1) - 1;
    if (value === -1 && !isOptional) throw new Error("snapshot is damaged: a value is missing");
    column.set(row, value);
  }
}

/** Whole numbers as steps from the one before, which are small for times; anything else as it is. */
function writeFloats(writer: ByteWriter, column: FloatColumn, count: number): void {
  const isSet = column.values.length > 0;
  let isWhole = isSet;
  for (let row = 0; row < count && isWhole; row++) isWhole = Math.abs(column.get(row)) < 2 ** 50;
  for (let row = 0; row < count && isWhole; row++) isWhole = Number.isInteger(column.get(row));
  writer.byte(isWhole ? 2 : Number(isSet));
  if (!isSet) return;
  let before = 0;
  for (let row = 0; row < count; row++) {
    const value = column.get(row);
    if (isWhole) writer.whole(value >= before ? (value - before) * 2 : (before - value) * 2 - 1);
    else writer.float(value);
    before = value;
  }
}

function readFloats(reader: ByteReader, column: FloatColumn, count: number): void {
  const form = reader.byte();
  if (form === 0) return;
  let before = 0;
  for (let row = 0; row < count; row++) {
    if (form === 1) {
      column.set(row, reader.float());
      continue;
    }
    const step = reader.whole();
    before += step % 2 === 0 ? step / 2 : -(step + 1) / 2;
    column.set(row, before);
  }
}
