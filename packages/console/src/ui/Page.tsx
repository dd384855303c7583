import { useEffect, useRef, type ReactNode } from "react";
import "./page.css";

let pagesShown = 0;

/**
 * The head of a page. Names it for the window, and takes the focus when one comes to it from another page, so that the keyboard and the screen
 * reader go on where the eyes do.
 */
export function PageHead({
  title,
  above,
  children,
}: {
  readonly title: string;
  /** The way back up. */
  readonly above?: ReactNode;
  readonly children?: ReactNode;
}) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    pagesShown += 1;
    if (pagesShown > 1) ref.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header className="page-head">
      <title>{`${title} · Breakwater`}</title>
      {above}
      <h1 ref={ref} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </header>
  );
}
