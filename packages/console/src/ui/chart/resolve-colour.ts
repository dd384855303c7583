/** What a custom property of the page comes to just now (`light-dark()` included): a canvas knows none. */
export function resolveColour({ colorScheme }: CSSStyleDeclaration, name: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(${name})`;
  probe.style.colorScheme = colorScheme;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
