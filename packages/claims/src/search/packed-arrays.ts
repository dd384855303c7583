/** Arrays of whole numbers by name. */
export type NamedArrays = Readonly<Record<string, Int32Array | Uint8Array>>;

const magic = 0x42574958;
/** Raised when what is stored changes its meaning: an older file is made anew from its entries. */
const version = 2;
const wordBytes = 4;

/**
 * Writes arrays behind one another: a header of 32-bit words (magic, version, bytes of the directory, bytes in all), the directory as JSON,
 * then the arrays, each on a multiple of four bytes, in the byte order of the machine.
 */
export function packArrays(arrays: NamedArrays): Uint8Array {
  const names = Object.keys(arrays);
  const directory = names.map(
    (name) => [name, arrays[name] instanceof Uint8Array ? 1 : wordBytes, arrays[name]?.byteLength ?? 0] as const,
  );
  const text = JSON.stringify(directory);
  const head = wordBytes * 4 + align(text.length);
  const bytes = new Uint8Array(directory.reduce((sum, [, , length]) => sum + align(length), head));
  new Int32Array(bytes.buffer, 0, 4).set([magic, version, text.length, bytes.length]);
  for (let i = 0; i < text.length; i += 1) bytes[wordBytes * 4 + i] = text.charCodeAt(i);
  let at = head;
  for (const name of names) {
    const array = arrays[name] ?? new Uint8Array(0);
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += align(array.byteLength);
  }
  return bytes;
}

/** The arrays again, as views of the bytes where these lie well, or undefined where they are cut short, of another version or machine. */
export function unpackArrays(bytes: Uint8Array): NamedArrays | undefined {
  if (bytes.byteLength < wordBytes * 4) return undefined;
  const own = bytes.byteOffset % wordBytes === 0 ? bytes : bytes.slice();
  const [first, found, textLength = 0, length] = new Int32Array(own.buffer, own.byteOffset, 4);
  if (first !== magic || found !== version || length !== own.byteLength || textLength < 0) return undefined;
  const directory = readDirectory(own.subarray(wordBytes * 4, wordBytes * 4 + textLength));
  if (directory === undefined) return undefined;
  const arrays: Record<string, Int32Array | Uint8Array> = {};
  let at = wordBytes * 4 + align(textLength);
  for (const [name, size, byteLength] of directory) {
    if (byteLength < 0 || at + byteLength > own.byteLength) return undefined;
    const start = own.byteOffset + at;
    arrays[name] =
      size === 1
        ? new Uint8Array(own.buffer, start, byteLength)
        : new Int32Array(own.buffer, start, byteLength / wordBytes);
    at += align(byteLength);
  }
  return arrays;
}

function readDirectory(bytes: Uint8Array): readonly (readonly [string, number, number])[] | undefined {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  if (!/^(?:\[(?:\["[a-zA-Z.]+",[14],\d{1,10}\],?)*\])$/.test(text)) return undefined;
  return JSON.parse(text) as [string, number, number][];
}

function align(bytes: number): number {
  return Math.ceil(bytes / wordBytes) * wordBytes;
}
