import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

/** Why tests of timestamps are skipped, or null: an authority is run with `openssl ts`. */
export function findMissingOpenssl(): string | null {
  try {
    execFileSync("openssl", ["version"], { stdio: "ignore" });
    return null;
  } catch {
    return "openssl, which plays the timestamp authority, is not installed";
  }
}

export type TestAuthority = {
  readonly folder: string;
  /** The root certificate, PEM. */
  readonly roots: string;
  readonly stamp: (request: Uint8Array) => Uint8Array;
};

const settings = `[req]
distinguished_name=name
[name]
[ca]
basicConstraints=critical,CA:TRUE
keyUsage=critical,keyCertSign,cRLSign
[authority]
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature
extendedKeyUsage=critical,timeStamping
[issuing]
database=./index.txt
serial=./issued
new_certs_dir=.
default_md=sha256
policy=policy
[policy]
commonName=supplied
[tsa]
default_tsa=one
[one]
dir=.
serial=./serial
crypto_device=builtin
signer_cert=./tsa.pem
certs=./ca.pem
signer_key=./tsa.key
signer_digest=sha256
default_policy=1.3.6.1.4.1.99999.1
digests=sha256
accuracy=secs:1
ordering=yes
tsa_name=yes
ess_cert_id_alg=sha256
`;

/**
 * An authority with a root of its own, made by openssl. Its certificate is valid for the given times, epoch milliseconds. The keys
 * are for this test alone.
 */
export function createTestAuthority(
  folder: string,
  valid: { readonly from: number; readonly until: number } = {
    from: Date.now() - 60_000,
    until: Date.now() + tenYearsMs,
  },
): TestAuthority {
  mkdirSync(folder, { recursive: true });
  const openssl = (...args: readonly string[]): Buffer => execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
  writeFileSync(join(folder, "settings.cnf"), settings);
  writeFileSync(join(folder, "serial"), "01\n");
  for (const name of ["ca", "tsa"]) {
    openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", `${name}.key`);
  }
  const root = ["-key", "ca.key", "-subj", "/CN=Test Root", "-days", "3650", "-extensions", "ca", "-out", "ca.pem"];
  openssl("req", "-x509", "-new", "-config", "settings.cnf", ...root);
  openssl(
    "req",
    "-new",
    "-key",
    "tsa.key",
    "-subj",
    "/CN=Test Authority",
    "-out",
    "tsa.csr",
    "-config",
    "settings.cnf",
  );
  writeFileSync(join(folder, "index.txt"), "");
  writeFileSync(join(folder, "issued"), "01\n");
  const issuing = ["-batch", "-config", "settings.cnf", "-name", "issuing", "-cert", "ca.pem", "-keyfile", "ca.key"];
  const dates = ["-startdate", toAsn1Time(valid.from), "-enddate", toAsn1Time(valid.until)];
  openssl("ca", ...issuing, ...dates, "-extensions", "authority", "-in", "tsa.csr", "-out", "tsa.pem", "-notext");
  return {
    folder,
    roots: readFileSync(join(folder, "ca.pem"), "utf8"),
    stamp(request) {
      writeFileSync(join(folder, "request.tsq"), request);
      openssl("ts", "-reply", "-config", "settings.cnf", "-queryfile", "request.tsq", "-out", "response.tsr");
      return new Uint8Array(readFileSync(join(folder, "response.tsr")));
    },
  };
}

const tenYearsMs = 315_360_000_000;

function toAsn1Time(at: number): string {
  return `${new Date(at).toISOString().replaceAll(/[-T:]/g, "").slice(0, 14)}Z`;
}

/** The authority behind HTTP, as RFC 3161 section 3.4 has it. */
export async function serveAuthority(
  answer: (request: Uint8Array) => Uint8Array,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      response.setHeader("content-type", "application/timestamp-reply");
      response.end(answer(Buffer.concat(parts)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
