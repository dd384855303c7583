import { createHmac } from "node:crypto";
import type { Pseudonym } from "@breakwater/records";
import { IntakeError } from "../intake-error.ts";
import { parseAddress, toPrefix } from "./address.ts";

export type AddressPseudonyms = { readonly address: Pseudonym; readonly prefix: Pseudonym };

/** Turns network and device identifiers into keyed pseudonyms. Behind it the identifiers exist nowhere. */
export interface Pseudonymiser {
  /** Null where the text is no IP address. */
  toAddress(raw: string): AddressPseudonyms | null;
  toDevice(raw: string): Pseudonym;
  /** For a network identifier that is itself a stand-in already, such as another system's pseudonym of a prefix. */
  toOpaque(use: "address" | "prefix", raw: string): Pseudonym;
}

const keyBytesMin = 16;
/** 96 bits: among a billion identifiers the chance of any two meeting is below one in ten billion. */
const pseudonymBytes = 12;
const cachedMax = 65_536;

/**
 * HMAC-SHA-256 under `key` (16 bytes or more), cut to 96 bits, each use in its own domain: a device that equals an address
 * does not get its pseudonym. /24 (IPv4) and /48 (IPv6) prefixes get pseudonyms of their own. Up to 65,536
 * identifiers per use are remembered for speed, in this object alone.
 */
export function createPseudonymiser(key: Uint8Array): Pseudonymiser {
  if (key.length < keyBytesMin) {
    throw new IntakeError(
      "weak_key",
      `The pseudonym key has ${key.length} bytes; give ${keyBytesMin} or more random ones.`,
    );
  }
  const secret = Uint8Array.from(key);
  const pseudonymOf = (use: string, bytes: Uint8Array | string): Pseudonym => {
    const digest = createHmac("sha256", secret).update(`${use}\0`).update(bytes).digest();
    return digest.toString("base64url", 0, pseudonymBytes) as Pseudonym;
  };
  const toAddress = (raw: string): AddressPseudonyms | null => {
    const address = parseAddress(raw);
    if (!address) return null;
    return { address: pseudonymOf("address", address), prefix: pseudonymOf("prefix", toPrefix(address)) };
  };
  return {
    toAddress: remember(toAddress),
    toDevice: remember((raw) => pseudonymOf("device", raw.trim())),
    toOpaque: rememberBoth((use, raw) => pseudonymOf(`opaque-${use}`, raw)),
  };
}

function remember<T>(compute: (raw: string) => T): (raw: string) => T {
  const known = new Map<string, T>();
  return (raw) => {
    const found = known.get(raw);
    if (found !== undefined) return found;
    const made = compute(raw);
    if (known.size >= cachedMax) known.clear();
    known.set(raw, made);
    return made;
  };
}

function rememberBoth(compute: (use: "address" | "prefix", raw: string) => Pseudonym): Pseudonymiser["toOpaque"] {
  const byUse = {
    address: remember((raw) => compute("address", raw)),
    prefix: remember((raw) => compute("prefix", raw)),
  };
  return (use, raw) => byUse[use](raw);
}
