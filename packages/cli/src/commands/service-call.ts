import { problem } from "@breakwater/contract";
import { CliError } from "../cli-error.ts";
import { say } from "../words/catalogue.ts";

const answerCharsMax = 1 << 20;

export type ServiceCall = {
  readonly url: string;
  readonly token: string;
  readonly path: string;
  readonly contentType: string;
  readonly body: string | ReadableStream;
};

/** Posts to a service, and answers what it answered; a refusal and silence are errors of one sentence. */
export async function callService({ url, token, path, contentType, body }: ServiceCall): Promise<Response> {
  const response = await ask(`${url}${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": contentType },
    body,
    // What is asked for is not for whoever a redirect names.
    redirect: "error",
    ...(typeof body !== "string" && { duplex: "half" }),
  });
  if (response.ok) return response;
  throw new CliError(say("error_service", { url, reason: await readReason(response) }));
}

async function ask(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
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
