import {
  Certificate,
  type ContentInfo,
  PKIStatus,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
  MessageImprint,
  AlgorithmIdentifier,
} from "pkijs";
import { Integer, Null, OctetString } from "asn1js";
import { sha256 } from "../primitives.ts";

const sha256Oid = "2.16.840.1.101.3.4.2.1";
const signedDataOid = "1.2.840.113549.1.7.2";
const tstInfoOid = "1.2.840.113549.1.9.16.1.4";

/** No answer of an authority is larger; RFC 3161 sets no limit of its own. */
export const responseBytesMax = 262_144;

/** The parts of an authority's answer that we look at. */
export type TimestampToken = {
  readonly signed: SignedData;
  readonly info: TSTInfo;
  readonly certificates: readonly Certificate[];
};

/** The request (RFC 3161 section 2.4.1) to stamp the SHA-256 of `data`, its certificate asked for. DER. */
export function encodeTimestampRequest(data: Uint8Array, nonce: Uint8Array): Uint8Array {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256Oid, algorithmParams: new Null() }),
      hashedMessage: new OctetString({ valueHex: toArrayBuffer(sha256(data)) }),
    }),
    nonce: new Integer({ valueHex: toArrayBuffer(toPositive(nonce)) }),
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER());
}

/** The token in a TimeStampResp that was granted, or null for anything else. Nothing is verified. */
export function parseTimestampResponse(response: Uint8Array): TimestampToken | null {
  if (response.length > responseBytesMax) return null;
  // The parser throws at whatever is not the ASN.1 that it expects; an authority's answer is hostile input.
  try {
    const parsed = TimeStampResp.fromBER(toArrayBuffer(response));
    const { status } = parsed.status;
    if (status !== PKIStatus.granted && status !== PKIStatus.grantedWithMods) return null;
    if (parsed.timeStampToken?.contentType !== signedDataOid) return null;
    const content: ContentInfo = parsed.timeStampToken;
    const signed = new SignedData({ schema: content.content });
    const inner = signed.encapContentInfo.eContent;
    if (signed.encapContentInfo.eContentType !== tstInfoOid || inner === undefined) return null;
    const certificates = (signed.certificates ?? []).filter((item) => item instanceof Certificate);
    return { signed, info: TSTInfo.fromBER(inner.getValue()), certificates };
  } catch {
    return null;
  }
}

/** Whether the token is about the SHA-256 of these bytes. */
export function isAbout({ info }: TimestampToken, data: Uint8Array): boolean {
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  const imprint = Buffer.from(hashedMessage.valueBlock.valueHexView);
  return hashAlgorithm.algorithmId === sha256Oid && imprint.equals(Buffer.from(sha256(data)));
}

export function hasNonce({ info }: TimestampToken, nonce: Uint8Array): boolean {
  const held = info.nonce?.valueBlock.valueHexView;
  return held !== undefined && Buffer.from(toPositive(nonce)).equals(Buffer.from(held));
}

/** DER integers are signed: a leading 1 bit would make it negative, a leading zero byte would not be DER. */
function toPositive(nonce: Uint8Array): Uint8Array {
  return nonce.with(0, ((nonce[0] ?? 0) & 0x3f) | 0x40);
}

export function toArrayBuffer(bytes: Uint8Array): ArrayBuffer {
  const copy = new Uint8Array(bytes.length);
  copy.set(bytes);
  return copy.buffer;
}
