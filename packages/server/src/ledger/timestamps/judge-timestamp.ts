import { ExtKeyUsage, type Certificate } from "pkijs";
import { isAbout, parseTimestampResponse, toArrayBuffer, type TimestampToken } from "./timestamp-token.ts";
import { parseCertificates } from "./pem.ts";

export type TimestampFault =
  /** Not a granted RFC 3161 response. */
  | "malformed_response"
  /** The stamp is of something else. */
  | "other_data"
  /** The signature, or the authority's certificate at the time of the stamp, does not hold. */
  | "bad_signature"
  /** The certificate is not one for timestamps. */
  | "not_an_authority"
  | "malformed_certificates";

export type JudgedTimestamp =
  | {
      readonly ok: true;
      /** The data existed at this time at the latest. Epoch milliseconds. */
      readonly at: number;
      /** Since when the authority's certificate is out of date, epoch milliseconds; null while it is not. The stamp still holds. */
      readonly expiredSince: number | null;
      /** Subject of the authority's certificate. */
      readonly authority: string;
    }
  | { readonly ok: false; readonly fault: TimestampFault };

const timeStampingOid = "1.3.6.1.5.5.7.3.8";
const extendedKeyUsageOid = "2.5.29.37";

/**
 * Judges a timestamp response over `data` as of the time that it states: a stamp outlives the certificate that it was made with.
 * Trust comes from `roots` alone; `chain` only brings certificates that the response left out (both PEM). Revocation is not
 * looked up; this is offline.
 */
export async function judgeTimestamp(options: {
  readonly data: Uint8Array;
  readonly response: Uint8Array;
  readonly roots: string;
  readonly chain?: string;
  /** Epoch milliseconds. */
  readonly now: number;
}): Promise<JudgedTimestamp> {
  const token = parseTimestampResponse(options.response);
  if (token === null) return refuse("malformed_response");
  if (!isAbout(token, options.data)) return refuse("other_data");
  const [roots, chain] = [parseCertificates(options.roots), parseCertificates(options.chain ?? "")];
  if (roots === null || chain === null || roots.length === 0) return refuse("malformed_certificates");
  const signer = await verifyToken(token, options.data, { roots, chain });
  if (signer === null) return refuse("bad_signature");
  if (!isTimestampAuthority(signer)) return refuse("not_an_authority");
  const until = signer.notAfter.value.getTime();
  return {
    ok: true,
    at: token.info.genTime.getTime(),
    expiredSince: options.now > until ? until : null,
    authority: nameOf(signer),
  };
}

/** The signer's certificate, where signature and chain hold at the stamped time. */
async function verifyToken(
  { signed, certificates }: TimestampToken,
  data: Uint8Array,
  { roots, chain }: { readonly roots: readonly Certificate[]; readonly chain: readonly Certificate[] },
): Promise<Certificate | null> {
  signed.certificates = [...certificates, ...chain];
  // The library throws its verdicts.
  try {
    const result = await signed.verify({
      signer: 0,
      data: toArrayBuffer(data),
      trustedCerts: [...roots],
      checkChain: true,
      extendedMode: true,
    });
    return result.signatureVerified === true ? (result.signerCertificate ?? null) : null;
  } catch {
    return null;
  }
}

/** RFC 3161 section 2.3: for stamping alone, and so marked critical. */
function isTimestampAuthority(certificate: Certificate): boolean {
  const extension = certificate.extensions?.find(({ extnID }) => extnID === extendedKeyUsageOid);
  const usage: unknown = extension?.parsedValue;
  if (extension?.critical !== true || !(usage instanceof ExtKeyUsage)) return false;
  return usage.keyPurposes.length === 1 && usage.keyPurposes[0] === timeStampingOid;
}

function nameOf({ subject }: Certificate): string {
  const values = subject.typesAndValues.map(({ value }) => value.valueBlock.value);
  return values.join(", ").slice(0, 200);
}

function refuse(fault: TimestampFault): JudgedTimestamp {
  return { ok: false, fault };
}
