import type { OpinionStore, QualitySample, SecondOpinion } from "./opinion-store.ts";

export function createMemoryOpinionStore(): OpinionStore {
  const opinions = new Map<string, SecondOpinion>();
  const samples = new Map<string, QualitySample>();
  return {
    putOpinion: async (opinion) => void opinions.set(opinion.id, opinion),
    findOpinion: async (id) => opinions.get(id) ?? null,
    listOpinions: async (caseId) =>
      [...opinions.values()]
        .filter((opinion) => opinion.case === caseId)
        .sort((a, b) => a.askedAt - b.askedAt || (a.id < b.id ? -1 : 1)),
    putSample: async (sample) => void samples.set(sample.id, sample),
    findSample: async (decision) => samples.get(decision) ?? null,
    listSamples: async (after, limit) =>
      [...samples.values()]
        .sort((a, b) => b.drawnAt - a.drawnAt || (a.id < b.id ? 1 : -1))
        .filter(
          ({ drawnAt, id }) => after === undefined || drawnAt < after[0] || (drawnAt === after[0] && id < after[1]),
        )
        .slice(0, limit),
    countSamples: async () => {
      const judged = [...samples.values()].flatMap(({ judgement }) => (judgement === null ? [] : [judgement]));
      return { drawn: samples.size, judged: judged.length, agreed: judged.filter(({ agrees }) => agrees).length };
    },
  };
}
