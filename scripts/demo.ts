// `npm run report`: a made-up community with planted campaigns and honest crowds, analysed as any file would be, and what was
// found held against what was planted.
import { join } from "node:path";
import { openTerminal, runDemo } from "@breakwater/cli";

const out = process.argv[2] ?? join(process.cwd(), "breakwater-demo");
await runDemo(out, openTerminal());
