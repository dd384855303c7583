import { z } from "zod";
import { id, instant } from "../../common.ts";
import { defineRoute, type Route } from "../../route.ts";
import { defineObjectRoutes, objectQuery } from "./object-routes.ts";
import { commandsOf, oneOrMore, refId, sha256, version, viewParts } from "./parts.ts";

export const workspaceStatuses = ["active", "closed"] as const;
export const protections = ["messages", "comments", "mentions", "reposts", "invitations"] as const;
const status = z.enum(workspaceStatuses).meta({ id: "WorkspaceStatus" });
const kind = <const K extends string>(name: K): z.ZodLiteral<K> => z.literal(name);
const item = z.strictObject({ sha256, capturedAt: instant });

/** What support does for a victim. What is shared with whom, the victim alone decides: that goes by their own link. */
export const workspaceCommand = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: kind("assign_contact") }),
    z.strictObject({ kind: kind("protect"), what: z.array(z.enum(protections)).max(protections.length) }),
    z.strictObject({ kind: kind("capture"), item }),
    z.strictObject({ kind: kind("follow_case"), caseId: id }),
  ])
  .meta({ id: "WorkspaceCommand" });
export const workspaceCommandKinds = ["assign_contact", "protect", "capture", "follow_case"] as const;

const line = {
  id,
  version,
  status,
  isMinor: z.boolean(),
  /** The one person of support; null until somebody takes it. */
  contact: id.nullable(),
  openedAt: instant,
  updatedAt: instant,
  dueAt: instant.nullable(),
};
export const workspaceView = z
  .object({
    ...line,
    owner: z.string(),
    protection: z.array(z.enum(protections)),
    evidence: z.array(z.object({ id, sha256, capturedAt: instant })),
    shares: z.array(z.object({ desk: z.string(), evidence: z.array(id), purpose: z.string(), until: instant })),
    cases: z.array(id),
    ...viewParts,
    commands: commandsOf(workspaceCommandKinds),
  })
  .meta({ id: "Workspace" });

const routes = defineObjectRoutes({
  one: "Workspace",
  many: "Workspaces",
  noun: "a victim's workspace",
  path: "/v1/victim-workspaces",
  tag: "victims",
  read: "victims:read",
  write: "victims:write",
  query: objectQuery.extend({ status: oneOrMore(status), sort: z.enum(["newest", "due"]).default("newest") }),
  line: z.object(line).meta({ id: "WorkspaceLine" }),
  view: workspaceView,
  command: workspaceCommand,
});
export const { list: listWorkspaces, read: getWorkspace, command: commandWorkspace } = routes;

export const openWorkspace = defineRoute({
  id: "openWorkspace",
  method: "POST",
  path: "/v1/victim-workspaces",
  access: "victims:write",
  summary: "Open a workspace for a victim.",
  tag: "victims",
  body: z.strictObject({ owner: refId, isMinor: z.boolean() }),
  status: 201,
  response: workspaceView,
  errors: ["refused"],
  idempotent: true,
});

export const victimsRoutes: readonly Route[] = [listWorkspaces, openWorkspace, getWorkspace, commandWorkspace];
