// A thread that answers, until it is told to work: then it hears nothing any more.
import { parentPort } from "node:worker_threads";
import { offer } from "../remote.ts";

if (parentPort === null) throw new Error("This is a thread of a test.");
const { tell } = offer(parentPort, {
  thread: {
    close: async () => undefined,
    work: async () => {
      for (;;);
    },
  },
});
tell("ready", null);
