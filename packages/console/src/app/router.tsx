import { createRouter } from "@tanstack/react-router";
import { Shell } from "../shell/Shell.tsx";
import { routeTree } from "../screens/table.ts";
import { Failed } from "../ui/Failed.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { useWords } from "./context.tsx";
import { shellWords } from "../shell/words/table.ts";

export const router = createRouter({
  routeTree,
  basepath: "/console",
  defaultPreload: "intent",
  scrollRestoration: true,
  trailingSlash: "never",
  InnerWrap: Shell,
  defaultPendingComponent: Pending,
  defaultErrorComponent: ({ error, reset }) => <Failed error={toError(error)} onRetry={reset} />,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function Pending() {
  return <Waiting what={useWords(shellWords).page} />;
}
