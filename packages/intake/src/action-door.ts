import { actionLimits, findActionRefusal, type Action, type ActionRefusal } from "@breakwater/records";
import { ActionMaker } from "./door/action-maker.ts";
import { breakwater } from "./presets/breakwater.ts";
import { isJsonObject } from "./presets/json-preset.ts";
import type { Mark } from "./privacy/mask.ts";
import { createPseudonymiser } from "./privacy/pseudonymiser.ts";
import { parseTime } from "./times/parse-time.ts";

/** The times that are taken: milliseconds since 1970 UTC, both inclusive. */
export type AdmittedTimes = { readonly from: number; readonly to: number };

/** Why a record was not admitted. One table: the API answers with these words. */
export type AdmissionRefusal = ActionRefusal | "not_an_object" | "unreadable_time" | "too_old" | "time_in_future";

export type Admission =
  | {
      readonly kind: "action";
      readonly action: Action;
      /** What was masked in the text; empty where nothing was. */
      readonly masked: readonly Mark[];
    }
  | { readonly kind: "refused"; readonly reason: AdmissionRefusal };

/** The door for one action at a time. */
export interface ActionDoor {
  /**
   * `value` is what JSON gave: our own action as `POST /v1/actions` takes it, with `network.address` and `device` raw. What comes out is
   * valid, masked and pseudonymous. Never throws; cost: about 5 µs, twice that for an address or a device not seen lately.
   */
  admit(value: unknown, times: AdmittedTimes): Admission;
}

const none: readonly Mark[] = [];

/**
 * A door under one pseudonym key (secret, 16 bytes or more); where the key's epoch ends, make another. An account that is
 * an address gets a name that lasts as long as the key. Duplicates are the store's business. Throws `IntakeError` on a weak key.
 */
export function createActionDoor({ pseudonymKey }: { readonly pseudonymKey: Uint8Array }): ActionDoor {
  let masked = none;
  const pseudonymiser = createPseudonymiser(pseudonymKey);
  const maker = new ActionMaker({
    pseudonymiser,
    nameAddress: (address) => `address-${pseudonymiser.toOpaque("account", address)}`,
    onIgnored: () => undefined,
    onMasked: (marks) => {
      masked = marks;
    },
  });
  return {
    admit(value, times) {
      if (!isJsonObject(value)) return refuse("not_an_object");
      const [draft] = breakwater.read(value);
      if (draft === undefined) return refuse("not_an_object");
      const at = draft.at === "" ? Number.NaN : parseTime(draft.at);
      if (Number.isNaN(at) && draft.at !== "") return refuse("unreadable_time");
      masked = none;
      const action = maker.make(draft, { id: draft.id, at, times: {} });
      const refusal = findActionRefusal(action);
      if (refusal !== null) return refuse(refusal);
      if (hasLongField(action)) return refuse("field_too_long");
      if (at < times.from) return refuse("too_old");
      if (at > times.to) return refuse("time_in_future");
      return { kind: "action", action, masked };
    },
  };
}

/** Files are read by their operator; whoever streams may send anything. */
function hasLongField({ client, network }: Action): boolean {
  return [client, network?.asn, network?.region].some((field = "") => field.length > actionLimits.idCharsMax);
}

function refuse(reason: AdmissionRefusal): Admission {
  return { kind: "refused", reason };
}
