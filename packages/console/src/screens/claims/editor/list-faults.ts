import { ApiError } from "../../../api/api-error.ts";
import { emptyForm, type FormField } from "./claim-form.ts";

/** Which fields the service could not read, with the code that says why. */
export function listFieldFaults(error: Error | null): ReadonlyMap<FormField, string> {
  const faults = error instanceof ApiError && error.failure.kind === "problem" ? error.failure.problem.faults : [];
  const found = (faults ?? []).flatMap(({ pointer, message }) => {
    const field = pointer.split("/").find((part): part is FormField => Object.hasOwn(emptyForm, part));
    return field === undefined ? [] : [[field, message] as const];
  });
  return new Map(found);
}
