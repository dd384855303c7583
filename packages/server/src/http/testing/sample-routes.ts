import { defineRoute } from "@breakwater/contract";
import { Readable } from "node:stream";
import { z } from "zod";
import { requireIfMatch, toEtag } from "../etag.ts";
import { HttpError } from "../http-error.ts";
import { bindRoute, type BoundRoute } from "../route.ts";

const note = z.strictObject({ text: z.string().min(1).max(100), tags: z.array(z.string().max(20)).max(5).default([]) });

export const addNote = defineRoute({
  id: "addNote",
  method: "POST",
  path: "/v1/notes",
  access: "claims:write",
  summary: "Adds a note",
  tag: "notes",
  query: z.strictObject({ dry: z.enum(["yes", "no"]).default("no") }),
  body: note.meta({ id: "Note" }),
  status: 201,
  response: z.strictObject({ id: z.string(), text: z.string() }).meta({ id: "NoteAdded" }),
  errors: ["conflict"],
  bodyBytesMax: 4096,
  idempotent: true,
});
export const getNote = defineRoute({
  id: "getNote",
  method: "GET",
  path: "/v1/notes/{id}",
  access: "public",
  summary: "One note",
  tag: "notes",
  params: z.strictObject({ id: z.string().max(64) }),
  status: 200,
  response: z.strictObject({ id: z.string() }),
  errors: ["not_found"],
});
export const changeNote = defineRoute({
  id: "changeNote",
  method: "PUT",
  path: "/v1/notes/{id}",
  access: "claims:write",
  summary: "Changes a note",
  tag: "notes",
  params: z.strictObject({ id: z.string().max(64) }),
  body: note,
  status: 200,
  response: z.strictObject({ version: z.int() }),
  errors: ["precondition_required", "precondition_failed"],
});
export const removeNote = defineRoute({
  id: "removeNote",
  method: "DELETE",
  path: "/v1/notes/{id}",
  access: "claims:write",
  summary: "Removes a note",
  tag: "notes",
  params: z.strictObject({ id: z.string().max(64) }),
  status: 204,
});
export const countLines = defineRoute({
  id: "countLines",
  method: "POST",
  path: "/v1/lines",
  access: "actions:write",
  summary: "Counts the lines of what is streamed",
  tag: "notes",
  bodyTypes: ["application/x-ndjson"],
  bodyBytesMax: 8_388_608,
  status: 200,
  response: z.strictObject({ lines: z.int(), bytes: z.int() }),
});
export const adoptNote = defineRoute({
  id: "adoptNote",
  method: "POST",
  path: "/v1/notes/{id}:adopt",
  access: "claims:write",
  summary: "Adopts a note",
  tag: "notes",
  params: z.strictObject({ id: z.string().max(64) }),
  body: z.strictObject({}).optional(),
  status: 200,
  response: z.strictObject({ id: z.string(), by: z.string() }),
});
export const watchNotes = defineRoute({
  id: "watchNotes",
  method: "GET",
  path: "/v1/notes-events",
  access: "events:read",
  summary: "Notes as they come",
  tag: "notes",
  status: 200,
  responseType: "text/event-stream",
});
export const ignoreLines = defineRoute({
  id: "ignoreLines",
  method: "POST",
  path: "/v1/ignored-lines",
  access: "public",
  summary: "Reads nothing of what is streamed",
  tag: "notes",
  bodyTypes: ["application/x-ndjson"],
  bodyBytesMax: 8_388_608,
  status: 202,
  response: z.strictObject({}),
});
export const echoLines = defineRoute({
  id: "echoLines",
  method: "POST",
  path: "/v1/echoed-lines",
  access: "public",
  summary: "Answers with what is streamed, as it comes, 64 KiB every 20 ms",
  tag: "notes",
  bodyTypes: ["application/x-ndjson"],
  bodyBytesMax: 8_388_608,
  status: 200,
  responseType: "application/x-ndjson",
});
export const fail = defineRoute({
  id: "fail",
  method: "GET",
  path: "/v1/fail",
  access: "public",
  summary: "Fails",
  tag: "notes",
  status: 200,
  response: z.strictObject({}),
});

export const sampleRoutes = [
  addNote,
  getNote,
  changeNote,
  removeNote,
  countLines,
  adoptNote,
  watchNotes,
  ignoreLines,
  echoLines,
  fail,
] as const;

/** A small room with one route of every kind that the front knows. `opened` gets every event stream that is opened. */
export function bindSampleRoutes(opened: Readable[] = []): readonly BoundRoute[] {
  let added = 0;
  return [
    bindRoute(addNote, async ({ body }) => {
      added += 1;
      if (body.text === "taken") throw new HttpError("conflict", { code: "login_taken" });
      return { body: { id: `n${added}`, text: body.text } };
    }),
    bindRoute(getNote, async ({ params }) => {
      if (params.id === "none") throw new HttpError("not_found");
      return { body: { id: params.id }, headers: { etag: toEtag(3) } };
    }),
    bindRoute(changeNote, async ({ headers }) => {
      requireIfMatch(headers, 3);
      return { body: { version: 4 }, headers: { etag: toEtag(4) } };
    }),
    bindRoute(removeNote, async () => ({})),
    bindRoute(countLines, async ({ stream }) => {
      let [lines, bytes] = [0, 0];
      for await (const chunk of stream ?? []) {
        const text = chunk as Buffer;
        bytes += text.length;
        lines += text.toString("latin1").split("\n").length - 1;
      }
      return { body: { lines, bytes } };
    }),
    bindRoute(adoptNote, async ({ params, caller }) => ({ body: { id: params.id, by: caller.kind } })),
    bindRoute(watchNotes, async () => {
      const stream = new Readable({ read: () => undefined });
      opened.push(stream);
      return { body: stream };
    }),
    bindRoute(ignoreLines, async () => ({ body: {} })),
    bindRoute(echoLines, async ({ stream }) => ({ body: Readable.from(readSlowly(stream ?? Readable.from([]))) })),
    bindRoute(fail, async () => {
      throw new Error("a secret: /etc/breakwater");
    }),
  ];
}

async function* readSlowly(stream: Readable): AsyncGenerator<Buffer> {
  for await (const chunk of stream) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    yield chunk as Buffer;
  }
}
