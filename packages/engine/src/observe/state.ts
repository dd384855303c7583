import type { EngineOptions } from "../contract/options.ts";
import { ByteReader, ByteWriter, checksum } from "./bytes.ts";
import { readObservation, writeObservation } from "./encode-observation.ts";
import { createObservation, type Observation } from "./observation.ts";

/** All that a detector remembers. */
export type DetectorState = {
  observation: Observation;
  /** No action at or before it is still to come. */
  watermark: number;
  /** Epochs up to it are judged. */
  judgedTo: number;
  lateActions: number;
  /** Actions let go because `actionsMax` was reached. */
  actionsCut: number;
};

/** Counted up with every change of the layout; a snapshot of another version is refused. */
const version = 1;
const mark = 0xb7;
const headBytes = 2;
const checksumBytes = 4;

export function createState(): DetectorState {
  return {
    observation: createObservation(),
    watermark: Number.NEGATIVE_INFINITY,
    judgedTo: Number.NEGATIVE_INFINITY,
    lateActions: 0,
    actionsCut: 0,
  };
}

/** Layout: mark, version, the grid's options, counters, the observation, a checksum of all before it. */
export function writeState(state: DetectorState, options: EngineOptions): Uint8Array {
  const writer = new ByteWriter();
  writer.byte(mark);
  writer.byte(version);
  for (const value of gridOf(options)) writer.float(value);
  writer.float(state.watermark);
  writer.float(state.judgedTo);
  writer.whole(state.lateActions);
  writer.whole(state.actionsCut);
  writeObservation(writer, state.observation);
  const sum = checksum(writer.view());
  for (let shift = 0; shift < 32; shift += 8) writer.byte((sum >>> shift) & 0xff);
  return writer.view().slice();
}

export function readState(snapshot: Uint8Array, options: EngineOptions): DetectorState {
  if (snapshot.length < headBytes + checksumBytes || snapshot[0] !== mark) throw new Error("snapshot is not one");
  if (snapshot[1] !== version) {
    throw new Error(`snapshot is of version ${snapshot[1]}, this engine reads version ${version}`);
  }
  const end = snapshot.length - checksumBytes;
  const sum = new DataView(snapshot.buffer, snapshot.byteOffset).getUint32(end, true);
  if (checksum(snapshot.subarray(0, end)) !== sum) throw new Error("snapshot is damaged: its checksum does not fit");
  const reader = new ByteReader(snapshot.subarray(headBytes, end));
  const grid = [reader.float(), reader.float(), reader.float()];
  if (gridOf(options).some((value, i) => value !== grid[i])) {
    throw new Error(`snapshot was made with another window, epoch or lateness: ${grid.join(", ")} ms`);
  }
  const state = {
    watermark: reader.float(),
    judgedTo: reader.float(),
    lateActions: reader.whole(),
    actionsCut: reader.whole(),
    observation: readObservation(reader),
  };
  if (reader.remaining > 0) throw new Error(`snapshot is damaged: ${reader.remaining} bytes too many`);
  return state;
}

/** What decides which actions a state still holds. */
function gridOf(options: EngineOptions): readonly number[] {
  return [options.windowMs, options.epochMs, options.latenessMs];
}
