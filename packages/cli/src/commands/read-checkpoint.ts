import { readWholeFile } from "./read-file.ts";

const bytesMax = 65_536;

/** A checkpoint that somebody kept, perhaps out of a mail: line ends of other systems and blanks around the lines are not its own. */
export function readCheckpoint(path: string): Uint8Array {
  const text = Buffer.from(readWholeFile(path, bytesMax)).toString("utf8");
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return Buffer.from(`${lines.join("\n").trim()}\n`);
}

/** The checkpoints that were kept outside. */
export function readKept({
  checkpoints,
}: {
  readonly checkpoints: readonly string[];
}): readonly { name: string; bytes: Uint8Array }[] {
  return checkpoints.map((name) => ({ name, bytes: readCheckpoint(name) }));
}
