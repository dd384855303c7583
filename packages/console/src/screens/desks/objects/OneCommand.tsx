import type { Route } from "@breakwater/contract";
import type { z } from "zod";
import { useDialogCommand } from "../../../ui/use-dialog-command.ts";
import { BodyDialog, type BodyDialogProps } from "../forms/BodyDialog.tsx";
import { pickCommand } from "../forms/shape.ts";
import type { CommandWords } from "./desk-object.ts";

/** The dialog of one command of something: asks for what the contract's schema of it has. */
export function OneCommand({
  route,
  of,
  words: { button, hint, done, isHard = false },
  fixed,
  onClose,
  ...form
}: {
  readonly route: Route & { readonly body: z.ZodType };
  readonly of: { readonly id: string; readonly version: number };
  readonly words: CommandWords;
  /** Which command it is, and what else is said already. */
  readonly fixed: { readonly kind: string };
  readonly onClose: () => void;
} & Pick<BodyDialogProps, "fields" | "initial" | "offers">) {
  const { command, give } = useDialogCommand<Route>(route, onClose, of.version);
  return (
    <BodyDialog
      {...form}
      name={button}
      hint={hint}
      look={isHard ? "danger" : "main"}
      schema={pickCommand(route.body, fixed.kind)}
      fixed={fixed}
      command={command}
      onRun={(body) => give({ params: { id: of.id }, body } as never, { done })}
      onClose={onClose}
    />
  );
}
