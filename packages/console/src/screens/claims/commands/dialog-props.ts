import type { Claim } from "../ClaimStanding.tsx";

/** What every dialog of a command is given. */
export type ClaimDialogProps = {
  readonly claim: Claim;
  readonly onClose: () => void;
  readonly onDone: () => void;
};
