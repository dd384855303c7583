/** A generated module's export: one string, cut into lines that a diff can show. */
export function emitString(name: string, docstring: string, value: string): string {
  const characters = Array.from(value);
  const lines: string[] = [];
  for (let i = 0; i < characters.length; i += 100) {
    lines.push(`  ${JSON.stringify(characters.slice(i, i + 100).join(""))},`);
  }
  return `/** ${docstring} */\nexport const ${name}: string = [\n${lines.join("\n")}\n].join("");\n`;
}
