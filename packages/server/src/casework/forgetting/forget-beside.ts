import type { CaseworkStores } from "../create-casework.ts";
import type { ObjectName } from "./destroy-words.ts";

export type BesideStores = Pick<CaseworkStores, "effects" | "opinions" | "jobs" | "notices">;

/** What is kept beside the events of an object and was written about it, or names whom it is about: goes in the same unit. */
export async function forgetBeside({ object, id }: ObjectName, beside: BesideStores): Promise<void> {
  const { effects, opinions, jobs, notices } = beside;
  await jobs.forgetReasons({ object, id });
  await notices.forgetAbout(id);
  if (object === "decision" || object === "hold") await effects.forgetWords(id);
  if (object !== "case") return;
  for (const opinion of await opinions.listOpinions(id)) await jobs.forgetReasons({ object: "case", id: opinion.id });
  await opinions.forgetWords(id);
}
