import type { availability } from "@breakwater/contract";
import { useId, type ReactNode } from "react";
import type { z } from "zod";
import { useFormat } from "../app/context.tsx";
import { Button, type ButtonProps } from "./Button.tsx";

export type Availability = z.infer<typeof availability>;

export type CommandButtonProps = {
  /** What casework says of this command, for this person, now. */
  readonly availability: Availability;
  readonly look?: ButtonProps["look"];
  readonly busy?: string | null;
  /** As `aria-keyshortcuts` wants it: `a`. */
  readonly shortcut?: string;
  readonly onRun: () => void;
  readonly children: ReactNode;
};

/** A command as casework's tables allow it: always there; where it may not be given it stays reachable by keyboard and says why, and what to do. */
export function CommandButton({ availability, look, busy, shortcut, onRun, children }: CommandButtonProps) {
  const whyId = useId();
  const { language } = useFormat();
  const { enabled, why, next } = availability;
  const gap = language === "en" ? " " : "";
  return (
    <div className="command">
      <Button
        look={look ?? "plain"}
        busy={busy ?? null}
        aria-disabled={!enabled}
        aria-describedby={enabled ? undefined : whyId}
        aria-keyshortcuts={shortcut}
        onClick={enabled ? onRun : undefined}
      >
        {children}
        {shortcut !== undefined && enabled && <kbd aria-hidden="true">{shortcut}</kbd>}
      </Button>
      {!enabled && (
        <p className="command-why" id={whyId}>
          {[why, next].filter((words) => words !== undefined).join(gap)}
        </p>
      )}
    </div>
  );
}
