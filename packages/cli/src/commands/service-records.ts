import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { accessLine, erasureReport } from "@breakwater/contract";
import { CliError } from "../cli-error.ts";
import { say } from "../words/catalogue.ts";
import type { RecordsSource } from "./records-source.ts";
import { callService } from "./service-call.ts";

/** What is kept of accounts, by the API of a service. */
export function createServiceRecords(url: string, token: string): RecordsSource {
  const post = (path: string, account: string): Promise<Response> =>
    callService({ url, token, path, contentType: "application/json", body: JSON.stringify({ account }) });
  return {
    erase: async (account) => {
      const parsed = erasureReport.safeParse(await (await post("/v1/records/erase", account)).json().catch(() => null));
      if (!parsed.success) throw new CliError(say("error_service_broken", { url }));
      return parsed.data;
    },
    async *access(account) {
      const { body } = await post("/v1/records/subject-access", account);
      if (body === null) throw new CliError(say("error_service_broken", { url }));
      try {
        const source = Readable.fromWeb(body as ReadableStream);
        for await (const line of createInterface({ input: source, crlfDelay: Infinity })) {
          if (line !== "") yield accessLine.parse(JSON.parse(line));
        }
      } catch (error) {
        throw new CliError(say("error_service_broken", { url }), error);
      }
    },
    close: async () => undefined,
  };
}
