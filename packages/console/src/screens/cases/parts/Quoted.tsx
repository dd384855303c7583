import { useConsole, usePreferenceStore } from "../../../app/context.tsx";

/** What somebody wrote, as the person who works with it wants to see it. */
export function Quoted({ children }: { readonly children: string }) {
  const { veil } = usePreferenceStore(useConsole().preferences);
  return (
    // oxlint-disable-next-line jsx_a11y/no-noninteractive-tabindex -- what is blurred until pointed at is read by keyboard too
    <blockquote className="quoted" data-veil={veil} dir="auto" tabIndex={veil === "blur" ? 0 : undefined}>
      {children}
    </blockquote>
  );
}
