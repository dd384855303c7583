import { connect, type Socket } from "node:net";

export type RawSocket = {
  readonly socket: Socket;
  /** All that came so far. */
  readonly text: () => string;
  /** What came until the other side closed. */
  readonly end: Promise<string>;
};

/** A connection that sends what no HTTP client would. */
export async function openRawSocket(port: number): Promise<RawSocket> {
  const socket = connect({ port, host: "127.0.0.1" });
  let text = "";
  socket.setEncoding("utf8");
  socket.on("data", (chunk: string) => (text += chunk));
  const end = new Promise<string>((resolve) => {
    socket.once("close", () => resolve(text));
  });
  await new Promise((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("error", reject);
  });
  // A connection that is cut is what these tests wait for.
  socket.on("error", () => undefined);
  return { socket, text: () => text, end };
}
