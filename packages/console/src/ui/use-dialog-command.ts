import type { Route } from "@breakwater/contract";
import { useCommand, type Command } from "../api/queries.ts";
import type { AnswerOf, RequestOf } from "../api/route-types.ts";
import { useSeenVersion } from "../api/use-seen-version.ts";
import { useToast } from "./Toasts.tsx";

type Given<R extends Route> = {
  /** What is said once it is done; nothing where what follows shows it. */
  readonly done?: string;
  /** What follows. */
  readonly after?: ((answer: AnswerOf<R>) => void) | undefined;
};

/**
 * A command that a dialog gives: once it is done, that is said and the dialog closes. Refused, it stays, and `command.error` tells why.
 * `shown`: the version of what it is about, where that has one; the command goes to the one that was there when the dialog opened.
 */
export function useDialogCommand<R extends Route>(
  route: R,
  onClose: () => void,
  shown?: number,
): { readonly command: Command<R>; readonly give: (request: RequestOf<R>, given: Given<R>) => void } {
  const tell = useToast();
  const command = useCommand(route);
  const version = useSeenVersion(shown, command.error);
  const give = (request: RequestOf<R>, { done, after }: Given<R>): void =>
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
