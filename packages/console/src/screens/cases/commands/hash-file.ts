/** SHA-256 of a file, in hex. Rejects where the browser cannot: without TLS, or where the file is gone. Cost: the file in memory once. */
export async function hashFile(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
