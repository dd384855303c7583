/**
 * All the script there is: it names the shown language to screen readers and unfolds everything for print. Without it
 * the page shows and switches everything just the same.
 */
export const script = `
for (const choice of document.querySelectorAll("input[name=lang]")) {
  choice.addEventListener("change", () => { document.documentElement.lang = choice.value; });
}
addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll("details")) part.open = true;
});
`;
