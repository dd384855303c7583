/** Made-up findings of a made-up desk, as its file would hold them: what a registry looks like before anybody has adopted it. */
export const demoFindings: readonly Readonly<Record<string, unknown>>[] = [
  {
    id: "demo-bridge",
    claim: "The harbour bridge will be closed for a whole year from Monday on",
    verdict: "false",
    title: "The harbour bridge stays open",
    explanation: "One lane is closed for two nights while the railing is painted. Buses run as always.",
    wordings: [
      "URGENT, pass it on: harbour bridge shut for a YEAR from Monday!!",
      "they are closing the harbour bridge until next autumn",
    ],
    sources: [
      { text: "Works calendar, week 22", kind: "document", publisher: "Port of Ort" },
      { text: "https://gazette.example/bridge", kind: "press" },
    ],
    url: "https://desk.example/bridge",
    languages: ["en"],
    tags: ["traffic"],
  },
  {
    id: "demo-mast",
    claim: "The new radio mast on Harbour Hill makes 40 children ill every week",
    verdict: "false",
    title: "Does the Harbour Hill mast make children ill?",
    explanation:
      "The clinic counted no more visits than in the years before the mast stood. Who first wrote of forty is not known.",
    wordings: ["40 kids sick every single week since they put up that mast"],
    sources: [{ text: "Visits of the clinic by week, 2022 to 2026", kind: "measurement", publisher: "Harbour Clinic" }],
    url: "https://desk.example/mast",
    languages: ["en"],
    tags: ["health"],
  },
  {
    id: "demo-buses",
    claim: "Buses in Ort are free for everybody this winter",
    verdict: "missing_context",
    title: "Free buses, for whom?",
    explanation: "They are free on the four Sundays before the holidays, for children at all times.",
    url: "https://desk.example/buses",
    languages: ["en"],
    tags: ["traffic"],
  },
  {
    id: "demo-flood",
    claim: "This picture shows the market square of Ort under water last night",
    verdict: "outdated",
    title: "The picture of the flooded market is from 2013",
    explanation: "The fountain in it was taken down in 2015.",
    media: ["https://desk.example/market-2013.jpg"],
    url: "https://desk.example/market",
    languages: ["en"],
    tags: ["weather"],
  },
  {
    id: "demo-water-zh",
    claim: "城东水厂昨晚爆炸，自来水三天内不能饮用",
    verdict: "false",
    title: "城东水厂没有爆炸",
    explanation: "当晚的声响来自附近工地卸货。水厂运行正常，水质监测数据每小时公布。",
    wordings: ["转给家人！城东水厂炸了，自来水千万别喝", "紧急通知：水厂爆炸，三天内不要喝自来水"],
    sources: [
      { text: "水质监测每小时数据", kind: "measurement", publisher: "城东水厂" },
      { text: "https://gazette.example/zh/water", kind: "press" },
    ],
    url: "https://desk.example/zh/water",
    languages: ["zh-Hans"],
    tags: ["饮水"],
  },
  {
    id: "demo-garlic-zh",
    claim: "喝蒜水可以治好流感",
    verdict: "misleading",
    title: "蒜水能治流感吗？",
    explanation: "实验室里的提取物不等于杯中的蒜水；没有对人的试验表明它能治疗流感。",
    url: "https://desk.example/zh/garlic",
    languages: ["zh-Hans"],
    tags: ["健康"],
  },
  {
    id: "demo-tower",
    claim: "The town hall tower was sold to a company abroad",
    verdict: "unproven",
    explanation: "The council has not answered; the land register is not open for this plot.",
    url: "https://desk.example/tower",
    languages: ["en"],
  },
];

/** Brings the findings into the registry, through the API and as often as it likes: the same file changes nothing. */
export async function importDemoRegistry({
  url,
  token,
  signal,
}: {
  readonly url: string;
  readonly token: string;
  readonly signal: AbortSignal;
}): Promise<void> {
  const answer = await fetch(`${url}/v1/claims:import?name=desk-of-ort.ndjson`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/x-ndjson" },
    body: demoFindings.map((finding) => `${JSON.stringify(finding)}\n`).join(""),
    signal,
  });
  if (!answer.ok) throw new Error(`The service refused the demo registry (${answer.status}).`);
  await answer.arrayBuffer();
}
