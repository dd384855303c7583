import { commandWorkspace, getWorkspace, listWorkspaces, type workspaceView } from "@breakwater/contract";
import type { z } from "zod";
import type { DeskObject } from "../objects/desk-object.ts";
import { workspaceWords } from "./words.ts";

export type WorkspaceView = z.infer<typeof workspaceView>;
type WorkspaceLine = z.infer<(typeof listWorkspaces)["response"]>["items"][number];

export const workspaceObject: DeskObject<WorkspaceLine, WorkspaceView> = {
  desk: "victims",
  path: "/desks/victims",
  list: listWorkspaces,
  read: getWorkspace,
  command: commandWorkspace,
  open: ["active"],
  over: ["closed"],
  words: workspaceWords,
};
