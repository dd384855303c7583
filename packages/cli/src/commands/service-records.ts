import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { accessLine, erasureReport, problem } from "@breakwater/contract";
import { CliError } from "../cli-error.ts";
import { say } from "../words/catalogue.ts";
import type { RecordsSource } from "./records-source.ts";

const answerCharsMax = 1 << 20;

/** What is kept of accounts, by the API of a service. */
export function createServiceRecords(url: string, token: string): RecordsSource {
  const post = async (path: string, account: string): Promise<Response> => {
    const response = await ask(`${url}${path}`, token, account);
    if (response.ok) return response;
    throw new CliError(say("error_service", { url, reason: await readReason(response) }));
  };
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

async function ask(address: string, token: string, account: string): Promise<Response> {
  try {
    return await fetch(address, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ account }),
      // What is asked for is not for whoever a redirect names.
      redirect: "error",
    });
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    throw new CliError(say("error_service", { url: address, reason: cause.slice(0, 200) }), error);
  }
}

async function readReason(response: Response): Promise<string> {
  const text = (await response.text().catch(() => "")).slice(0, answerCharsMax);
  try {
    const { title, detail } = problem.parse(JSON.parse(text));
    return `${title}${detail === undefined || detail === "" ? "" : ` ${detail}`}`;
  } catch {
    return `HTTP ${response.status}`;
  }
}
