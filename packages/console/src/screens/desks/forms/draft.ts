import type { z } from "zod";
import type { Members, Shape } from "./shape.ts";

/** What somebody has filled in so far, by the path of the field: `secrecy.basis`. */
export type Draft = Readonly<Record<string, DraftValue>>;
export type DraftValue = string | boolean | readonly string[];

/** Why a field cannot be sent as it is. */
export type FieldFault = "missing" | "long" | "malformed";
export type Faults = Readonly<Record<string, FieldFault>>;

/** A form as it begins: what is known already, and the first of each choice. */
export function toDraft(members: Members, initial: Readonly<Record<string, unknown>> = {}, above = ""): Draft {
  const parts = Object.entries(members).map(([name, { shape, isNeeded }]): Draft => {
    const path = above + name;
    const value = initial[name];
    if (shape.kind !== "group") return { [path]: toDraftValue(shape, value) };
    const inner = typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
    return { [path]: isNeeded || value != null, ...toDraft(shape.members, inner, `${path}.`) };
  });
  return Object.assign({}, ...parts) as Draft;
}

function toDraftValue(shape: Exclude<Shape, { kind: "group" }>, value: unknown): DraftValue {
  switch (shape.kind) {
    case "text":
      return typeof value === "string" ? value : "";
    case "choice":
      return typeof value === "string" ? value : (shape.values[0] ?? "");
    case "ticks":
    case "lines":
      return Array.isArray(value) ? value.map(String) : [];
    case "time":
      return typeof value === "number" ? toLocalTime(value) : "";
    case "yes":
      return value === true;
  }
}

/** The body that a form comes to; held against the contract by `findFaults`. */
export function toBody(members: Members, draft: Draft, above = ""): Readonly<Record<string, unknown>> {
  const parts = Object.entries(members).map(([name, { shape }]) => {
    const path = above + name;
    const value = draft[path];
    if (shape.kind === "group") return [name, value === true ? toBody(shape.members, draft, `${path}.`) : null];
    if (shape.kind === "time") return [name, typeof value === "string" ? readLocalTime(value) : null];
    return [name, typeof value === "string" ? value.trim() : value];
  });
  return Object.fromEntries(parts) as Readonly<Record<string, unknown>>;
}

/** Which fields the contract would not take, and why; empty where all is well. */
export function findFaults(schema: z.ZodType, body: unknown): Faults {
  const parsed = schema.safeParse(body);
  if (parsed.success) return {};
  const faults: Record<string, FieldFault> = {};
  for (const { code, path } of parsed.error.issues) {
    // A fault inside of a list is one of the list.
    const names = path.filter((part) => typeof part === "string");
    const name = names.join(".");
    faults[name] ??= code === "too_big" ? "long" : isEmpty(read(body, names)) ? "missing" : "malformed";
  }
  return faults;
}

function read(body: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (value as Readonly<Record<string, unknown>> | null)?.[name], body);
}

function isEmpty(value: unknown): boolean {
  return value == null || value === "" || (Array.isArray(value) && value.length === 0);
}

/** Words one on each line, or with spaces or commas between them. */
export function splitLines(text: string): readonly string[] {
  return text.split(/[\s,，、;；]+/).filter((line) => line !== "");
}

/** As `<input type="datetime-local">` wants it: in the time zone of the browser. */
export function toLocalTime(at: number): string {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, "0");
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

function readLocalTime(text: string): number | null {
  const at = new Date(text).getTime();
  return Number.isNaN(at) ? null : at;
}
