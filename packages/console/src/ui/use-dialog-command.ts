import type { Route } from "@breakwater/contract";
import { useCommand, type Command } from "../api/queries.ts";
import type { AnswerOf, RequestOf } from "../api/route-types.ts";
import { useToast } from "./Toasts.tsx";

type Given<R extends Route> = {
  /** What is said once it is done; nothing where what follows shows it. */
  readonly done?: string;
  readonly version?: number;
  /** What follows. */
  readonly after?: ((answer: AnswerOf<R>) => void) | undefined;
};

/** A command that a dialog gives: once it is done, that is said and the dialog closes. Refused, it stays, and `command.error` tells why. */
export function useDialogCommand<R extends Route>(
  route: R,
  onClose: () => void,
): { readonly command: Command<R>; readonly give: (request: RequestOf<R>, given: Given<R>) => void } {
  const tell = useToast();
  const command = useCommand(route);
  const give = (request: RequestOf<R>, { done, version, after }: Given<R>): void =>
    void command.run(request, version === undefined ? {} : { version }).then(
      ({ data }) => {
        if (done !== undefined) tell(done);
        onClose();
        after?.(data);
      },
      () => undefined,
    );
  return { command, give };
}
