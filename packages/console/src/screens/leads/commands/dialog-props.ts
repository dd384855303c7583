import type { Lead } from "../LeadPage.tsx";

/** What every dialog of a command is given. */
export type LeadDialogProps = {
  readonly lead: Lead;
  readonly onClose: () => void;
  readonly onDone: () => void;
};
