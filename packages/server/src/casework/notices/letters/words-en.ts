/** Words of every notice but the statement of reasons, whose words are casework's. Other languages have the same keys, or do not compile. */
export const wordsEn = {
  yourAccount: "your account",
  headings: {
    what: "What happened",
    facts: "What we found so far",
    rule: "The rule",
    why: "Why",
    answers: "Our answer to your points",
    duration: "How long it lasts",
    machines: "People and machines",
    next: "What you can do",
    outside: "Outside of our house",
  },
  outside: (disputeBody: string, court: string): string =>
    disputeBody === "" || court === ""
      ? ""
      : `You can also turn to an out-of-court body (${disputeBody}) or to a court (${court}).`,
  here: (link: string): string => `You can read it and answer here: ${link}. You need no account for it.`,
  hearing: {
    subject: "A question to you, before anything is decided",
    what: "We are looking into something that concerns your account. Nothing has been decided, and nothing about your account has changed.",
    next: (hours: number, link: string): string =>
      `You can answer within ${hours} hours of receiving this, here: ${link}. You need no account for it. Whoever decides reads your answer, word for word. If you do not answer, we decide on what we know.`,
  },
  hold: {
    subject: "Something of yours is held back for a time",
    what: (item: string): string => `We hold back ${item} for a time. It is not removed.`,
    until: (end: string): string => `It ends by itself at ${end}, unless people decide before.`,
    triggers: {
      decided_removal: "A program recognised it as a copy of something that people had decided to remove.",
      equal_rate_limit: "It came faster than a limit that applies to everybody equally.",
      exposed_identifier: "A program saw a number in it that may be somebody's identity document, card or telephone.",
      person_emergency: "A person on our side held it back because somebody may be in danger.",
    },
    next: (link: string): string => `If this is wrong, tell us here: ${link}. You need no account for it.`,
  },
  appeal: {
    subject: "What came of your objection",
    outcomes: {
      upheld: "A person who had no part in the decision looked at it again. It stands.",
      partially_reversed: "A person who had no part in the decision looked at it again. A part of it is taken back.",
      reversed:
        "A person who had no part in the decision looked at it again. It was wrong, and all of it is taken back.",
      omitted: "Your objection was closed without a decision on its merits; the answer below says why.",
    },
    answer: (place: number, point: string, answer: string): string => `${place}. You wrote: “${point}” – ${answer}`,
    machines: "People decided this, not a program.",
  },
  restored: {
    subject: "It has been given back",
    what: "Everything that the decision about your account had changed has been given back: what was restricted, and what it had counted against you.",
    next: (link: string): string => `The decision and what came of it stay readable here: ${link}.`,
  },
  report: {
    subject: "What came of your report",
    about: (id: string, day: string): string => `Your report ${id} of ${day} has been decided.`,
    machines: "A person decided this, not a program.",
    next: (link: string): string =>
      `You can read this, and object where that is possible, here: ${link}. You need no account.`,
  },
  outcomes: {
    action_taken:
      "We found that it breaks the rules or the law, and took measures. We do not say which, nor about whom, to protect everybody's privacy.",
    expired:
      "Nobody decided about it in time. That is our failing, and we count it in public. You can report it again.",
    dismissed_duplicate: "The same had been reported already and is dealt with there.",
    dismissed_insufficient: "What we have is not enough to look into it. You can report it again with more.",
    dismissed_out_of_scope: "It is nothing that our rules are about.",
    dismissed_authentic: "We found that these are people who act for themselves, even if they act together.",
    dismissed_opinion: "It is an opinion. We do not act against opinions.",
    no_action_authentic_coordination: "We looked into it: these are people who act together openly, and may.",
    no_action_no_violation: "We looked into it: it breaks no rule.",
    no_action_insufficient_evidence: "We looked into it: the evidence is not enough to act against anybody.",
    no_action_opinion: "We looked into it: it is an opinion. We do not act against opinions.",
    no_action_corrected_by_author: "We looked into it: its author has put it right.",
    no_action_already_decided: "We looked into it: it had been decided before.",
  },
  warned: {
    subject: "A warning about your reports",
    what: "Several of your reports were found to be such as nobody could have sent in good faith. If more of them follow, we may stop looking at your reports for a time.",
    next: "Being wrong in good faith counts for nothing: report what you believe to break the rules.",
  },
  suspended: {
    subject: "We do not look at your reports for a time",
    what: (until: string): string =>
      `After a warning, further reports of yours were found to be such as nobody could have sent in good faith. We do not look at your reports until ${until}. Reports of child sexual abuse are always looked at.`,
    factors: (gravity: string, intent: string): string =>
      gravity === "" || intent === "" ? "" : `${gravity} ${intent}`,
    next: "If this is wrong, answer to this message: a person who had no part in it looks at it again.",
  },
  receipt: {
    heading: "A receipt of our ledger, for you to keep",
    text: (entry: number): string =>
      `What this tells of is entry ${entry} of our ledger, to which entries can only be added. Below is the ledger's checkpoint: keep it, and you can prove it if anything that was logged before is ever changed or taken away.`,
    check: (log: string): string =>
      `To check, save the lines below as a file and run the free program Breakwater: breakwater verify ${log} --checkpoint FILE`,
  },
};
export type LetterWords = typeof wordsEn;
