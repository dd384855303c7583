import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { readInChunks } from "./read-in-chunks.ts";

export type Hit = {
  /** From the folder. */
  readonly file: string;
  readonly needle: string;
  /** How the needle was written: as it is, in UTF-16, in hexadecimal, or in base64. */
  readonly form: "utf8" | "utf16" | "hex" | "base64";
  /** Byte of the file. */
  readonly at: number;
};

export type GrepOptions = {
  /** Stops after so many; 100 unless stated. */
  readonly hitsMax?: number;
  /** Of a file's path from the folder; all are looked into unless stated. */
  readonly isLookedInto?: (file: string) => boolean;
};

type Form = { readonly needle: string; readonly form: Hit["form"]; readonly bytes: Buffer };

/**
 * Looks for byte strings in every file of a folder, write-ahead logs, free pages and half-written files among them, each needle also in
 * UTF-16, hexadecimal and base64. Files that vanish meanwhile are passed over. What is compressed or sealed is not seen through. Cost:
 * a pass over all bytes for each form.
 */
export async function grepFiles(
  folder: string,
  needles: readonly string[],
  { hitsMax = 100, isLookedInto = () => true }: GrepOptions = {},
): Promise<readonly Hit[]> {
  const forms = needles.flatMap(listForms);
  const overlap = Math.max(0, ...forms.map(({ bytes }) => bytes.length - 1));
  const hits: Hit[] = [];
  for (const file of (await readdir(folder, { recursive: true })).sort()) {
    if (!isLookedInto(file)) continue;
    try {
      if (!(await stat(join(folder, file))).isFile()) continue;
      for await (const chunk of readInChunks(join(folder, file), overlap)) {
        for (const { needle, form, bytes } of forms) {
          for (const at of listPlaces(chunk, bytes)) hits.push({ file, needle, form, at });
        }
        if (hits.length >= hitsMax) return hits.slice(0, hitsMax);
      }
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    }
  }
  return hits;
}

/** Places that end in the fresh part of a chunk: the others were told of with the chunk before. */
function* listPlaces(
  { bytes, at, fresh }: { readonly bytes: Buffer; readonly at: number; readonly fresh: number },
  needle: Buffer,
): Generator<number> {
  const first = Math.max(0, bytes.length - fresh - needle.length + 1);
  for (let place = bytes.indexOf(needle, first); place >= 0; place = bytes.indexOf(needle, place + 1)) yield at + place;
}

function listForms(needle: string): readonly Form[] {
  const bytes = Buffer.from(needle);
  if (bytes.length === 0) throw new RangeError("An empty needle is everywhere.");
  const hex = bytes.toString("hex");
  const base64 = [0, 1, 2]
    .map((shift) => toInnerBase64(bytes, shift))
    .filter((part) => part.length >= base64LettersMin);
  const texts: readonly (readonly [Hit["form"], string])[] = [
    ["hex", hex],
    ["hex", hex.toUpperCase()],
    ...base64.map((part) => ["base64", part] as const),
    ...base64.map((part) => ["base64", part.replaceAll("+", "-").replaceAll("/", "_")] as const),
  ];
  // Where a needle has no letter that the two ways of writing differ in, they are one.
  const distinct = [...new Map(texts.map((text) => [text[1], text])).values()];
  return [
    { needle, form: "utf8", bytes },
    { needle, form: "utf16", bytes: Buffer.from(needle, "utf16le") },
    ...distinct.map(([form, text]): Form => ({ needle, form, bytes: Buffer.from(text) })),
  ];
}

/** Fewer stand by chance in what has nothing to do with the needle. */
const base64LettersMin = 8;

/** The letters of base64 that depend on the needle alone, where it stands `shift` bytes behind a group of three. */
function toInnerBase64(bytes: Buffer, shift: number): string {
  const text = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString("base64")
    .replaceAll("=", "");
  const skipped = [0, 2, 3][shift] ?? 0;
  const whole = Math.floor(((shift + bytes.length) * 8) / 6);
  return text.slice(skipped, whole);
}
