/** How much of each thing one page shows. What is left out is counted on the page and stands whole in the other files. */
export const caps = {
  groupsListed: 200,
  groupsDetailed: 60,
  accountsPerGroup: 100,
  objectsPerGroup: 20,
  networkNodes: 90,
  networkEdges: 600,
  networkLabels: 14,
  samplesPerGroup: 4,
  timelineBars: 96,
  evidenceActions: 12,
  concentrationBars: 8,
  bursts: 50,
  /** Characters of a text that are shown. */
  textChars: 280,
} as const;

export function cutText(text: string, charsMax: number = caps.textChars): string {
  const points = Array.from(text.slice(0, charsMax * 2 + 2));
  return points.length > charsMax ? `${points.slice(0, charsMax).join("")}…` : points.join("");
}
