import { Certificate } from "pkijs";

const block = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g;

/** The certificates of a PEM text, in order; null where one of them is not one. */
export function parseCertificates(pem: string): readonly Certificate[] | null {
  try {
    return [...pem.matchAll(block)].map(([, body = ""]) =>
      Certificate.fromBER(new Uint8Array(Buffer.from(body, "base64"))),
    );
  } catch {
    return null;
  }
}

export function formatCertificate(certificate: Certificate): string {
  const body = Buffer.from(certificate.toSchema().toBER()).toString("base64");
  return `-----BEGIN CERTIFICATE-----\n${body.replaceAll(/.{64}(?!$)/g, "$&\n")}\n-----END CERTIFICATE-----\n`;
}

/** Those of a PEM text that signed themselves: where a chain ends. */
export function rootsOf(pem: string): string {
  const roots = (parseCertificates(pem) ?? []).filter(({ subject, issuer }) => subject.isEqual(issuer));
  return roots.map(formatCertificate).join("");
}
