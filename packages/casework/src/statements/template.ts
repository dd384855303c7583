import { accept, refuse, type Outcome } from "../kernel/outcome.ts";

const gap = /\{([a-zA-Z]+)\}/g;

/** A template with each `{name}` filled in. Refused while one is open or empty: nothing is sent with a gap in it. */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): Outcome<string> {
  const open = [...template.matchAll(gap)].flatMap(([, name]) => {
    return name !== undefined && Object.hasOwn(values, name) && values[name]?.trim() !== "" ? [] : [name ?? ""];
  });
  if (open.length > 0) return refuse("template_gap", [...new Set(open)]);
  // Filled-in text is not looked at again: braces that somebody wrote stay braces.
  return accept(template.replace(gap, (_, name: string) => values[name] ?? ""));
}
