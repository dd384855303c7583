import type { Pseudonym } from "@breakwater/records";
import { IntakeError } from "../intake-error.ts";
import { parseAddress, toPrefix } from "./address.ts";
import { createHmacSha256 } from "./hmac.ts";

export type AddressPseudonyms = { readonly address: Pseudonym; readonly prefix: Pseudonym };

/** Turns network and device identifiers into keyed pseudonyms. Behind it the identifiers exist nowhere. */
export interface Pseudonymiser {
  /** Null where the text is no IP address. */
  toAddress(raw: string): AddressPseudonyms | null;
  toDevice(raw: string): Pseudonym;
  /**
   * For a network identifier that is itself a stand-in already, such as another system's pseudonym of a prefix. As `account` it
   * stands for whoever is named by an address, and cannot be joined to that address.
   */
  toOpaque(use: "address" | "prefix" | "account", raw: string): Pseudonym;
}

const keyBytesMin = 16;
/** 96 bits: among a billion identifiers the chance of any two meeting is below one in ten billion. */
const pseudonymChars = 16;
const generationMax = 65_536;

/**
 * HMAC-SHA-256 under `key` (16 bytes or more), cut to 96 bits, each use in its own domain: a device that equals an address
 * does not get its pseudonym. /24 (IPv4) and /48 (IPv6) prefixes get pseudonyms of their own. Up to 131,072
 * identifiers per use are remembered for speed, in this object alone; a new one costs about 5 µs.
 */
export function createPseudonymiser(key: Uint8Array): Pseudonymiser {
  if (key.length < keyBytesMin) {
    throw new IntakeError(
      "weak_key",
      `The pseudonym key has ${key.length} bytes; give ${keyBytesMin} or more random ones.`,
    );
  }
  const hmac = createHmacSha256(key);
  const pseudonymOf = (use: string, bytes: Uint8Array | string): Pseudonym => {
    const message = Buffer.concat([Buffer.from(`${use}\0`), Buffer.from(bytes)]);
    return hmac(message).slice(0, pseudonymChars) as Pseudonym;
  };
  const toPrefixPseudonym = remember((octets) => pseudonymOf("prefix", Buffer.from(octets, "latin1")));
  const toAddress = (raw: string): AddressPseudonyms | null => {
    const address = parseAddress(raw);
    if (!address) return null;
    // A prefix stands before many addresses, and the HMAC is most of the cost of one.
    const octets = Buffer.from(toPrefix(address)).toString("latin1");
    return { address: pseudonymOf("address", address), prefix: toPrefixPseudonym(octets) };
  };
  const opaque = {
    address: remember((raw) => pseudonymOf("opaque-address", raw)),
    prefix: remember((raw) => pseudonymOf("opaque-prefix", raw)),
    account: remember((raw) => pseudonymOf("opaque-account", raw)),
  };
  return {
    toAddress: remember(toAddress),
    toDevice: remember((raw) => pseudonymOf("device", raw.trim())),
    toOpaque: (use, raw) => opaque[use](raw),
  };
}

/** Two generations: when the younger is full the older is forgotten, so that what is in use is seldom computed again. */
function remember<T>(compute: (raw: string) => T): (raw: string) => T {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  return (raw) => {
    const found = young.get(raw);
    if (found !== undefined) return found;
    const made = old.get(raw) ?? compute(raw);
    if (young.size >= generationMax) {
      old = young;
      young = new Map();
    }
    young.set(raw, made);
    return made;
  };
}
