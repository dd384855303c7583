import type { ObjectKind, ObjectRef } from "@breakwater/records";
import { toObjectRef } from "../columns/split-values.ts";
import { toText } from "./json-preset.ts";

/** Objects of one action, each once, empty ones left out. */
export class ObjectCollector {
  readonly objects: ObjectRef[] = [];

  add(kind: ObjectKind, value: unknown): this {
    const object = toObjectRef(kind, toText(value));
    if (object.id === "" || this.objects.some((known) => known.kind === kind && known.id === object.id)) return this;
    this.objects.push(object);
    return this;
  }

  addAll(kind: ObjectKind, values: Iterable<unknown>): this {
    for (const value of values) this.add(kind, value);
    return this;
  }
}
