import { Session } from "node:inspector/promises";

type Attached = { readonly params: { readonly sessionId: string } };
type FromWorker = { readonly params: { readonly message: string } };

/** Collects the heap of this thread and of each worker, so that what is read afterwards is in use, and not merely not yet collected. */
export async function collectGarbage(): Promise<void> {
  const session = new Session();
  session.connect();
  const workers: string[] = [];
  session.on("NodeWorker.attachedToWorker", ({ params }: Attached) => workers.push(params.sessionId));
  await session.post("NodeWorker.enable", { waitForDebuggerOnStart: false });
  const message = JSON.stringify({ id: 1, method: "HeapProfiler.collectGarbage" });
  let answered = 0;
  const all = new Promise<void>((resolve) => {
    if (workers.length === 0) resolve();
    session.on("NodeWorker.receivedMessageFromWorker", ({ params }: FromWorker) => {
      if (!("id" in (JSON.parse(params.message) as object))) return;
      answered += 1;
      if (answered === workers.length) resolve();
    });
  });
  for (const sessionId of workers) await session.post("NodeWorker.sendMessageToWorker", { sessionId, message });
  await session.post("HeapProfiler.collectGarbage");
  await all;
  session.disconnect();
}
