import { Gauge, type Registry } from "prom-client";
import type { EffectBook } from "../casework/effects/effect-book.ts";

/** The figure that has to be 0: what the platform did and nobody here decided. Read from the log thread when it is asked for. */
export function meterEffects(registry: Registry, effects: Pick<EffectBook, "countWithoutDecision">): void {
  const gauge = new Gauge({
    name: "breakwater_effects_without_decision",
    help: "Effects that the platform answered for and no decision or hold ordered; anything but 0 is a fault",
    registers: [],
    async collect() {
      this.set(await effects.countWithoutDecision());
    },
  });
  registry.registerMetric(gauge);
}
