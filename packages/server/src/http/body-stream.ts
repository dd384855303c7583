import type { IncomingMessage } from "node:http";
import { Transform, type Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { HttpError } from "./http-error.ts";

export type BodyLimits = {
  /** Unpacked. */
  readonly bytesMax: number;
  /** Unpacked bytes for each packed one; looked at beyond `ratioFromBytes`. */
  readonly ratioMax: number;
  /** Longest silence of the client while somebody reads. */
  readonly silenceMs: number;
};

/** What a small body unpacks to says nothing about bombs. */
const ratioFromBytes = 1_048_576;

const unpackers = { gzip: createGunzip, "x-gzip": createGunzip, deflate: createInflate, br: createBrotliDecompress };
type Encoding = keyof typeof unpackers | "identity";

/** What `Content-Encoding` names, or undefined where this service does not take it; several on top of one another are not taken. */
export function findEncoding(contentEncoding: string | undefined): Encoding | undefined {
  const name = contentEncoding?.trim().toLowerCase() ?? "identity";
  return name === "identity" || name in unpackers ? (name as Encoding) : undefined;
}

/**
 * The body of a request, unpacked as it is read. The reader gets `body_too_large` beyond the limits, `malformed_body` where the packing is
 * broken or the body ends early, `request_timeout` where the client falls silent. The request itself is never destroyed here, so that
 * it can still be answered; what nobody read is left to `drain`.
 */
export function unpackBody(raw: IncomingMessage, encoding: Encoding, limits: BodyLimits): Readable {
  const unpacker = encoding === "identity" ? null : unpackers[encoding]();
  let unpacked = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      unpacked += chunk.length;
      const packed = unpacker?.bytesWritten ?? unpacked;
      const isBomb = unpacked > ratioFromBytes && unpacked > packed * limits.ratioMax;
      if (unpacked <= limits.bytesMax && !isBomb) return done(null, chunk);
      const reason = isBomb ? "It unpacks to far more than was sent." : `More than ${limits.bytesMax} bytes.`;
      done(new HttpError("body_too_large", reason));
    },
  });
  // Whoever reads slowly holds the client up, and it is not the client that is silent then, nor just after.
  let heard = raw.socket.bytesRead;
  let wasHeldUp = false;
  raw.on("pause", () => (wasHeldUp = true));
  const watch = setInterval(() => {
    const isSilent = raw.socket.bytesRead === heard && !wasHeldUp && !raw.readableEnded;
    heard = raw.socket.bytesRead;
    wasHeldUp = raw.isPaused();
    if (isSilent) meter.destroy(new HttpError("request_timeout", "The body stopped arriving."));
  }, limits.silenceMs);
  const fail = (): void => {
    meter.destroy(new HttpError("malformed_body", "The body ended early."));
  };
  raw.once("error", fail);
  // A reader that has gone away hears nothing, and that is no reason to fall over.
  meter.on("error", () => undefined);
  unpacker?.once("error", () => {
    meter.destroy(new HttpError("malformed_body", `The body is not ${encoding}.`));
  });
  meter.once("close", () => {
    clearInterval(watch);
    raw.unpipe();
    raw.resume();
    unpacker?.destroy();
  });
  if (unpacker === null) raw.pipe(meter);
  else raw.pipe(unpacker).pipe(meter);
  return meter;
}

const drainLookMs = 100;

/**
 * What is left of a body that has been answered is dropped by node, so that the connection can be used again. Where more than `bytesMax`
 * of it come, the connection is cut.
 */
export function drain(raw: IncomingMessage, bytesMax: number): void {
  const { socket } = raw;
  const before = socket.bytesRead;
  raw.on("error", () => undefined);
  raw.resume();
  const watch = setInterval(() => {
    if (raw.complete || socket.destroyed) clearInterval(watch);
    else if (socket.bytesRead - before > bytesMax) socket.destroy();
  }, drainLookMs);
}
