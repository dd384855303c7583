import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { isUnchanged } from "../http/etag.ts";
import { HttpError } from "../http/http-error.ts";
import { chooseLanguage } from "../http/problem.ts";
import type { ConsoleFile, ConsoleFiles, Packing } from "./console-files.ts";

/** Where the console is. */
export const consolePath = "/console/";

/**
 * Serves the built console; where there is none, a page that says how to build it. Anybody may load the program: what it shows it asks of the API, as
 * whoever has signed in. Every address of its pages is answered with the one document.
 */
export function createConsolePages(files: ConsoleFiles | null): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.get("/console", (_request, reply) => reply.redirect(consolePath, 308));
    app.get(`${consolePath}*`, (request, reply) => {
      const { "*": name } = request.params as { readonly "*": string };
      if (files === null) return sendMissing(request, reply);
      const file = files.get(name);
      if (file !== undefined) return sendFile(request, reply, file);
      if (name.startsWith("assets/")) throw new HttpError("not_found");
      const document = files.get("index.html");
      if (document === undefined) throw new HttpError("not_found");
      return sendFile(request, reply, document);
    });
  };
}

function sendFile(request: FastifyRequest, reply: FastifyReply, file: ConsoleFile): FastifyReply {
  const { type, bytes, packed, etag, isImmutable } = file;
  reply.type(type).headers({
    vary: "accept-encoding",
    etag,
    "cache-control": isImmutable ? "public, max-age=31536000, immutable" : "no-store",
  });
  if (isUnchanged(request.headers, etag)) return reply.code(304).send();
  const packing = choosePacking(request.headers["accept-encoding"], packed);
  if (packing === null) return reply.send(bytes);
  return reply.header("content-encoding", packing).send(packed[packing]);
}

/** The smaller one that the browser takes. */
function choosePacking(accepted: string | undefined, packed: ConsoleFile["packed"]): Packing | null {
  const taken = (accepted ?? "")
    .slice(0, 256)
    .split(",")
    .map((part) => part.trim().toLowerCase());
  const takes = (packing: Packing): boolean =>
    taken.some((part) => part === packing || (part.startsWith(`${packing};`) && !/;\s*q=0(?:\.0*)?$/.test(part)));
  return (["br", "gzip"] as const).find((packing) => packed[packing] !== undefined && takes(packing)) ?? null;
}

const missing = {
  en: [
    "The console is not built",
    "Run “npm run build” in the folder of Breakwater, then start the service again. The API works meanwhile.",
  ],
  "zh-Hans": ["控制台尚未构建", "请在防波堤目录中运行“npm run build”，然后重新启动服务。接口不受影响。"],
} as const;

function sendMissing(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = chooseLanguage(request.headers["accept-language"]);
  const [title, text] = missing[language];
  const page = `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1><p>${text}</p></html>`;
  return reply.code(503).type("text/html; charset=utf-8").header("cache-control", "no-store").send(page);
}
