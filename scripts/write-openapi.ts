// Writes the description of the API that is committed, from the table of routes. The front serves the same.
import { routes, toOpenApi } from "@breakwater/contract";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const path = join(import.meta.dirname, "../docs/openapi.json");
writeFileSync(path, `${JSON.stringify(toOpenApi(routes), null, 2)}\n`);
