import type { Transform } from "node:stream";
import { constants, createGunzip, createZstdDecompress } from "node:zlib";

export const compressions = ["none", "gzip", "zstd"] as const;
export type Compression = (typeof compressions)[number];

export const compressionMagicBytes = 4;

/** Told by the first bytes, never by the file's name. */
export function detectCompression(head: Uint8Array): Compression {
  if (head[0] === 0x1f && head[1] === 0x8b) return "gzip";
  if (head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd) return "zstd";
  return "none";
}

const chunkSize = 1 << 18;
/** 128 MiB: the largest window that the format's reference decoder accepts by itself. */
const zstdWindowLogMax = 27;

export function createDecompressor(compression: Exclude<Compression, "none">): Transform {
  if (compression === "gzip") return createGunzip({ chunkSize });
  return createZstdDecompress({ chunkSize, params: { [constants.ZSTD_d_windowLogMax]: zstdWindowLogMax } });
}
