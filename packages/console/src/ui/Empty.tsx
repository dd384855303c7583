import type { ReactNode } from "react";
import "./states.css";

/** Nothing is here: what would be, and where it comes from. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}
