/** The unified ideographs of the basic plane, first extension included. */
export function listHan(): readonly string[] {
  const han: string[] = [];
  for (let code = 0x3400; code <= 0x9fff; code += 1) {
    if (code < 0x4dc0 || code >= 0x4e00) han.push(String.fromCharCode(code));
  }
  return han;
}

/** GB 2312 rank of a character: 1 common, 2 less common, 0 outside. It stands in for frequency where two candidates compete. */
export function commonness(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder("gb2312");
  const rank = new Map<string, number>();
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      const character = decoder.decode(Uint8Array.of(row, cell));
      if (/^\p{Script=Han}$/u.test(character)) rank.set(character, row < 0xd8 ? 1 : 2);
    }
  }
  return rank;
}
