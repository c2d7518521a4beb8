/** A rule as an evaluation writes it, with what customers ask for it: what stands at even places is for tuning, the rest only for reporting. */
export type AskedRule = { key: string; question: string; variants: string[]; answer: string; asked: string[] }

/** A conversation whose last turn one of the rules answers, or none; `c` is the customer, `a` the agent. */
export type Talk = { turns: [who: 'c' | 'a', text: string][]; keys: string[] }
