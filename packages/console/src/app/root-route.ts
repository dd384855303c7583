import { createRootRoute } from "@tanstack/react-router";
import { NotFound } from "../ui/NotFound.tsx";

/** Above every page. The frame around them stands in router.tsx. */
export const rootRoute = createRootRoute({ notFoundComponent: NotFound });
