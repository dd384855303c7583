import { objectKinds, type ObjectKind, type ObjectRef } from "@breakwater/records";
import { createDraft } from "../door/draft.ts";
import { toObject, toObjects, toText, type JsonObject, type JsonPreset } from "./json-preset.ts";

/** Our own actions, one per line, as the simulator writes them. Their network and device are keyed anew: they come from outside. */
export const breakwater: JsonPreset = {
  name: "breakwater",
  isSensitive: true,
  recognise(value) {
    return "account" in value && "at" in value && "kind" in value && Array.isArray(value["objects"]);
  },
  read(value) {
    const network = toObject(value["network"]);
    return [
      createDraft({
        id: toText(value["id"]),
        account: toText(value["account"]),
        at: toTime(value["at"]),
        kind: toText(value["kind"]),
        text: toText(value["text"]),
        objects: toObjects(value["objects"]).map(toRef),
        address: toText(network["address"]),
        prefix: toText(network["prefix"]),
        asn: toText(network["asn"]),
        region: toText(network["region"]),
        device: toText(value["device"]),
        client: toText(value["client"]),
        created: toTime(value["createdAt"]),
      }),
    ];
  },
};

function toTime(value: unknown): string | number {
  return typeof value === "number" ? value : toText(value);
}

function toRef(value: JsonObject): ObjectRef {
  const kind = toText(value["kind"]);
  // An unknown kind is refused by the door, which names the reason.
  return { kind: objectKinds.find((known) => known === kind) ?? (kind as ObjectKind), id: toText(value["id"]) };
}
