import { spawn, type ChildProcess } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

export type SnippetLanguage = "ts" | "python" | "sh";

/** The snippets of one language on a page of Markdown, in their order, as they are printed. */
export function listSnippets(page: string, language: SnippetLanguage): readonly string[] {
  const fence = new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, "gm");
  return [...page.matchAll(fence)].map(([, code = ""]) => code);
}

const runners: Readonly<Record<SnippetLanguage, readonly [command: string, file: string]>> = {
  ts: [process.execPath, "snippet.ts"],
  python: ["python3", "snippet.py"],
  sh: ["sh", "snippet.sh"],
};

export type Running = { readonly child: ChildProcess; readonly read: () => { stdout: string; stderr: string } };

/** Starts a snippet in a folder of its own, with nothing of our environment but where programs are found. */
export function startSnippet(
  code: string,
  { language, folder, env }: { language: SnippetLanguage; folder: string; env: Readonly<Record<string, string>> },
): Running {
  const [command, name] = runners[language];
  writeFileSync(join(folder, name), code);
  const child = spawn(command, [name], { cwd: folder, env: { PATH: process.env["PATH"] ?? "", ...env } });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  return { child, read: () => ({ stdout, stderr }) };
}

/** Runs a snippet to its end; throws, with what it said, where it ends with another status than expected. */
export async function runSnippet(
  code: string,
  options: Parameters<typeof startSnippet>[1],
  expected = 0,
): Promise<string> {
  const { child, read } = startSnippet(code, options);
  const status = await new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
  const { stdout, stderr } = read();
  if (status !== expected) throw new Error(`${options.language} ended with ${String(status)}: ${stderr}\n${stdout}`);
  return stdout;
}
