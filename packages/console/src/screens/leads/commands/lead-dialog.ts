import type { Lead } from "../LeadPage.tsx";

export type LeadDialogProps = { readonly lead: Lead; readonly onClose: () => void; readonly onDone: () => void };
