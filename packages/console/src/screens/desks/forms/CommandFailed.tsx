import { ApiError } from "../../../api/api-error.ts";
import { useWords } from "../../../app/context.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { formWords } from "./words.ts";

/** Why a command did not go through; where somebody was faster, what it was about is there anew already. */
export function CommandFailed({ error }: { readonly error: Error | null }) {
  const words = useWords(formWords);
  if (error === null) return null;
  const isOld = error instanceof ApiError && error.code === "precondition_failed";
  return isOld ? <p role="alert">{words.changedMeanwhile}</p> : <Failed error={error} />;
}
