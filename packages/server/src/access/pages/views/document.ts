import { html, type Html } from "../html.ts";
import { stylePath } from "../style.ts";

/** The frame of every page that the server draws: one stylesheet, nothing that runs. */
export function toDocument({
  language,
  title,
  head,
  header,
  main,
  footer,
}: {
  readonly language: string;
  readonly title: string;
  readonly head: Html | null;
  readonly header: Html;
  readonly main: Html;
  readonly footer: Html | null | false;
}): string {
  const { markup } = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${head}
        <link rel="stylesheet" href="${stylePath}" />
      </head>
      <body>
        <header>${header}</header>
        <main id="main">${main}</main>
        ${footer !== null && footer !== false && html`<footer>${footer}</footer>`}
      </body>
    </html> `;
  return markup;
}
