import { createSocket } from "node:dgram";
import { isIPv4 } from "node:net";

export type NameServer = {
  /** `address:port`. */
  readonly server: string;
  /** Which names were asked for, and how often. */
  readonly asked: Map<string, number>;
  readonly close: () => void;
};

/** A name server on this machine, for IPv4 addresses: `answer` gives those of a name, and is told how often it was asked before. */
export async function openNameServer(
  answer: (name: string, askedBefore: number) => readonly string[] | "silence",
): Promise<NameServer> {
  const asked = new Map<string, number>();
  const socket = createSocket("udp4");
  socket.on("message", (query, from) => {
    const { name, end, type } = parseQuestion(query);
    const before = asked.get(name) ?? 0;
    if (type === 1) asked.set(name, before + 1);
    const found = answer(name, before);
    if (found === "silence") return;
    const addresses = type === 1 ? found.filter((address) => isIPv4(address)) : [];
    const header = Buffer.alloc(12);
    query.copy(header, 0, 0, 2);
    header.writeUInt16BE(0x8180, 2);
    header.writeUInt16BE(1, 4);
    header.writeUInt16BE(addresses.length, 6);
    const records = addresses.map((address) =>
      Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, ...address.split(".").map(Number)]),
    );
    socket.send(Buffer.concat([header, query.subarray(12, end), ...records]), from.port, from.address);
  });
  await new Promise<void>((done) => socket.bind(0, "127.0.0.1", done));
  return { server: `127.0.0.1:${socket.address().port}`, asked, close: () => socket.close() };
}

function parseQuestion(query: Buffer): { readonly name: string; readonly end: number; readonly type: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.subarray(at + 1, at + 1 + length).toString());
    at += 1 + length;
  }
  return { name: labels.join("."), type: query.readUInt16BE(at + 1), end: at + 5 };
}
