import { encode } from "uqr";
import { html, type Html } from "./html.ts";

/** Modules of light around it, as ISO/IEC 18004 asks for. */
const border = 4;

/**
 * A QR code as an inline picture: no script, no request, and nothing of the text but its squares. Dark on light whatever the page's colours are,
 * because many readers know no other. `label`: what it is, for those who do not see it.
 */
export function toQrCode(text: string, label: string): Html {
  const { data, size } = encode(text, { ecc: "M", border });
  // One stroke for each run of dark modules in a row.
  const path = data
    .flatMap((row, y) =>
      [
        ...row
          .map((isDark) => (isDark ? "1" : "0"))
          .join("")
          .matchAll(/1+/g),
      ].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
    )
    .join("");
  return html`<svg
    class="qr"
    id="totp-qr"
    role="img"
    aria-label="${label}"
    viewBox="0 0 ${size} ${size}"
    width="220"
    height="220"
    shape-rendering="crispEdges"
  >
    <rect width="${size}" height="${size}" fill="#fff" />
    <path d="${path}" fill="#000" />
  </svg>`;
}
