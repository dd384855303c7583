import type { CommandRoute, deadline, happening, hiddenPart, ListRoute, ReadRoute } from "@breakwater/contract";
import type { z } from "zod";
import type { WordTable } from "../../../words/languages.ts";
import type { Availability } from "../../../ui/CommandButton.tsx";
import type { FieldWords } from "../forms/BodyForm.tsx";
import type { DeskKey } from "../desks.ts";

/** What every line of a list has. */
export type ObjectLine = {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly openedAt: number;
  readonly updatedAt: number;
  readonly dueAt: number | null;
};

/** What every view has. */
export type ObjectView = ObjectLine & {
  readonly hidden: readonly z.infer<typeof hiddenPart>[];
  readonly deadlines: readonly z.infer<typeof deadline>[];
  readonly history: readonly z.infer<typeof happening>[];
  readonly commands: Readonly<Record<string, Availability>>;
};

type Kinded = { readonly kind: string };
type Fields<T> = T extends readonly unknown[]
  ? never
  : T extends object
    ? { [K in keyof T & string]: K | Inner<K, NonNullable<T[K]>> }[keyof T & string]
    : never;
type Inner<K extends string, V> = V extends object ? `${K}.${Fields<V>}` : never;
/** Names of the fields of a body, or of all bodies of a union: `reason`, `secrecy.until`. */
export type FieldName<Body> = Body extends unknown ? Exclude<Fields<Body>, "kind"> : never;

export type CommandWords = {
  readonly button: string;
  /** What follows from it. */
  readonly hint: string;
  readonly done: string;
  /** Takes something from somebody, or ends it for good. */
  readonly isHard?: boolean;
};

/** The words of one kind of object. A command, a field or a status that the contract has and they lack does not compile. */
export type ObjectWords<Status extends string, Command extends Kinded, Opening = never> = {
  readonly title: string;
  readonly intro: string;
  /** In sentences: `the request`, `requests`. */
  readonly one: string;
  readonly many: string;
  readonly all: string;
  /** The title of its page. */
  readonly name: (id: string) => string;
  readonly emptyHint: string;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly commands: Readonly<Record<Command["kind"], CommandWords>>;
  readonly fields: Readonly<Record<FieldName<Command> | FieldName<Opening>, FieldWords>>;
  /** Those from outside, by the part that they act in, where they are called otherwise here. */
  readonly parties?: Readonly<Record<string, string>>;
};

/** One kind of object: how it is listed, read and worked on. */
export type DeskObject<Line extends ObjectLine, View extends ObjectView> = {
  readonly desk: DeskKey;
  readonly path: string;
  readonly list: ListRoute<z.ZodType<Line>, z.ZodObject>;
  readonly read: ReadRoute<z.ZodType<View>>;
  readonly command: CommandRoute<z.ZodType, z.ZodType<View>>;
  /** Statuses in which somebody still has something to do. */
  readonly open: readonly Line["status"][];
  readonly over: readonly Line["status"][];
  readonly words: WordTable<ObjectWords<Line["status"], Kinded>>;
};
