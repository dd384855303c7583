import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root-route.ts";
import { figuresSearch } from "./figures-search.ts";

export const figuresRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/figures",
  validateSearch: figuresSearch,
  component: lazyRouteComponent(() => import("./FiguresPage.tsx"), "FiguresPage"),
});
