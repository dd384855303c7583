import { instant } from "@breakwater/contract";
import { z } from "zod";

/** What a form asks for in one field. */
export type Shape =
  | { readonly kind: "text"; readonly longest: number | null }
  /** One of few words, or any number of them. */
  | { readonly kind: "choice" | "ticks"; readonly values: readonly string[] }
  /** Words without spaces, one on each line. */
  | { readonly kind: "lines" }
  | { readonly kind: "time" }
  | { readonly kind: "yes" }
  | { readonly kind: "group"; readonly members: Members };

export type Member = {
  readonly shape: Shape;
  /** Whether it has to be filled in. */
  readonly isNeeded: boolean;
};
export type Members = Readonly<Record<string, Member>>;

/** The fields of a body as the contract's schema has them, without `kind`, which says which command it is. Throws where no form could ask for one. */
export function readMembers(schema: z.ZodObject): Members {
  const members = Object.entries(schema.shape).filter(([name]) => name !== "kind");
  return Object.fromEntries(members.map(([name, type]) => [name, readMember(type as z.ZodType)]));
}

/** The schema of one command in a union of commands. */
export function pickCommand(schema: z.ZodType, kind: string): z.ZodObject {
  const options = schema instanceof z.ZodDiscriminatedUnion ? schema.options : [];
  const found = options.find((option) => {
    const name: unknown = option instanceof z.ZodObject ? option.shape["kind"] : null;
    return name instanceof z.ZodLiteral && name.values.has(kind);
  });
  if (!(found instanceof z.ZodObject)) throw new TypeError(`There is no command ${kind}.`);
  return found;
}

function readMember(type: z.ZodType): Member {
  if (type instanceof z.ZodDefault || type instanceof z.ZodNullable || type instanceof z.ZodOptional) {
    return { ...readMember(type.unwrap() as z.ZodType), isNeeded: false };
  }
  if (type === instant) return { shape: { kind: "time" }, isNeeded: true };
  if (type instanceof z.ZodString) {
    return { shape: { kind: "text", longest: type.maxLength }, isNeeded: !type.safeParse("").success };
  }
  if (type instanceof z.ZodEnum) return { shape: { kind: "choice", values: type.options.map(String) }, isNeeded: true };
  if (type instanceof z.ZodBoolean) return { shape: { kind: "yes" }, isNeeded: false };
  if (type instanceof z.ZodArray) {
    const { element } = type;
    const isNeeded = !type.safeParse([]).success;
    if (element instanceof z.ZodEnum)
      return { shape: { kind: "ticks", values: element.options.map(String) }, isNeeded };
    if (element instanceof z.ZodString) return { shape: { kind: "lines" }, isNeeded };
  }
  if (type instanceof z.ZodObject) return { shape: { kind: "group", members: readMembers(type) }, isNeeded: true };
  throw new TypeError(`A form cannot ask for ${type.type}.`);
}
