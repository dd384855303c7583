import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TLSSocket } from "node:tls";

export type TlsServer = {
  readonly port: number;
  /** The root that signed its certificate, PEM. */
  readonly root: string;
  /** Names that clients asked for in their handshakes. */
  readonly asked: readonly (string | false)[];
  readonly server: Server;
};

/** A server with a certificate for `name`, of a root made by openssl for this test alone. */
export async function openTlsServer(name: string): Promise<TlsServer> {
  const folder = mkdtempSync(join(tmpdir(), "breakwater-tls-"));
  const openssl = (...args: readonly string[]): Buffer => execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
  writeFileSync(join(folder, "leaf.cnf"), `subjectAltName=DNS:${name}\nbasicConstraints=CA:FALSE\n`);
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  openssl("req", "-x509", ...key, "-subj", "/CN=Test Root", "-days", "2", "-keyout", "ca.key", "-out", "ca.pem");
  openssl("req", "-new", ...key, "-subj", `/CN=${name}`, "-keyout", "leaf.key", "-out", "leaf.csr");
  const issuing = ["-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2", "-extfile", "leaf.cnf"];
  openssl("x509", "-req", "-in", "leaf.csr", ...issuing, "-out", "leaf.pem");
  const read = (file: string): string => readFileSync(join(folder, file), "utf8");
  const asked: (string | false)[] = [];
  const server = createServer({ key: read("leaf.key"), cert: read("leaf.pem") }, (request, response) => {
    asked.push((request.socket as TLSSocket).servername ?? false);
    request.resume().on("end", () => response.end("ok"));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { port: (server.address() as AddressInfo).port, root: read("ca.pem"), asked, server };
}
