import { connect, type Socket } from "node:net";
import { afterEach } from "vitest";

const open: Socket[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.destroy();
});

export type SeenEvent = { readonly id: string; readonly event: string; readonly data: string };

/** A client of server-sent events over a socket of its own, which reads by the rules of the specification. */
export type StreamReader = {
  readonly events: readonly SeenEvent[];
  readonly status: () => number | null;
  readonly head: () => string;
  /** Where it would resume. */
  readonly lastId: () => string;
  readonly isClosed: () => boolean;
  /** All that came, byte by byte, without the chunks' frames. */
  readonly text: () => string;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly destroy: () => void;
};

export function openStreamReader(
  port: number,
  path: string,
  {
    headers = {},
    isPaused = false,
  }: { readonly headers?: Readonly<Record<string, string>>; readonly isPaused?: boolean } = {},
): StreamReader {
  const socket = connect(port, "127.0.0.1");
  open.push(socket);
  const lines = Object.entries({ host: "localhost", ...headers }).map(([name, value]) => `${name}: ${value}`);
  socket.write(`GET ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
  const events: SeenEvent[] = [];
  let [raw, head, block, lastId, text, isClosed] = ["", "", "", "", "", false];
  if (isPaused) socket.pause();
  socket.setEncoding("utf8");
  socket.on("error", () => undefined);
  socket.on("close", () => {
    isClosed = true;
  });
  socket.on("data", (chunk) => {
    raw += String(chunk);
    if (head === "") {
      const end = raw.indexOf("\r\n\r\n");
      if (end < 0) return;
      [head, raw] = [raw.slice(0, end), raw.slice(end + 4)];
    }
    for (;;) {
      const line = raw.indexOf("\r\n");
      const size = line < 0 ? Number.NaN : Number.parseInt(raw.slice(0, line), 16);
      // All that is sent here is ASCII: characters are bytes.
      if (Number.isNaN(size) || raw.length < line + 2 + size + 2) break;
      const content = raw.slice(line + 2, line + 2 + size);
      text += text.length < 100_000 ? content : "";
      block += content;
      raw = raw.slice(line + 2 + size + 2);
    }
    for (let end = block.indexOf("\n\n"); end >= 0; end = block.indexOf("\n\n")) {
      take(block.slice(0, end));
      block = block.slice(end + 2);
    }
  });
  const take = (message: string): void => {
    const fields = new Map(
      message.split("\n").map((line): [string, string] => {
        const [name = "", ...rest] = line.split(": ");
        return [name, rest.join(": ")];
      }),
    );
    lastId = fields.get("id") ?? lastId;
    const data = fields.get("data");
    if (data !== undefined) events.push({ id: lastId, event: fields.get("event") ?? "message", data });
  };
  return {
    events,
    head: () => head,
    status: () => (head === "" ? null : Number(head.split(" ")[1])),
    lastId: () => lastId,
    isClosed: () => isClosed,
    text: () => text,
    pause: () => void socket.pause(),
    resume: () => void socket.resume(),
    destroy: () => void socket.destroy(),
  };
}
