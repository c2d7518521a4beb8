import { z } from 'zod'
import type { FloorEvidence, JudgedQuestion } from '@/lib/retrieval/floor/calibrate-floor'

/** Scores are told apart by hundredths, as floors are. */
const STEPS = 100
/** Examples kept of a hundredth: enough to see what lies at the border, wherever the admin moves it. */
const EXAMPLES_A_STEP = 2
/** Nobody puts a floor beyond these, so nothing lies at the border there. */
const SHOWN = { least: 20, most: 85 }

const example = z.object({ text: z.string(), score: z.number(), ruleId: z.string().nullable() })
const counts = z.array(z.number().int().min(0)).length(STEPS + 1)

/** How many rules of a language were put to themselves, and of how many. */
export const sampleSchema = z.object({ asked: z.number().int().min(0), of: z.number().int().min(0) })

/** The evidence of one calibration as it is kept: how many questions scored how much, and some of them. */
export const keptEvidenceSchema = z.object({
  /** Questions with a rule by the hundredth of their score, and questions without. */
  found: counts,
  foreign: counts,
  foundExamples: z.array(example),
  foreignExamples: z.array(example),
})
export type KeptEvidence = z.output<typeof keptEvidenceSchema>

export function keepEvidence({ found, foreign }: FloorEvidence): KeptEvidence {
  return { found: count(found), foreign: count(foreign), foundExamples: pick(found), foreignExamples: pick(foreign) }
}

/** What a floor of so many hundredths would do, in questions. */
export function judgeFloor({ found, foreign }: Pick<KeptEvidence, 'found' | 'foreign'>, hundredths: number) {
  const sum = (part: number[]) => part.reduce((total, n) => total + n, 0)
  return {
    answered: sum(found),
    unanswered: sum(foreign),
    /** Questions that have a rule and would be told that none matches. */
    loses: sum(found.slice(0, hundredths)),
    /** Questions that have none and would get another one. */
    letsThrough: sum(foreign.slice(hundredths)),
  }
}

function stepOf({ score }: JudgedQuestion): number {
  return Math.max(0, Math.min(STEPS, Math.floor(score * STEPS)))
}

function count(questions: JudgedQuestion[]): number[] {
  const steps = new Array<number>(STEPS + 1).fill(0)
  for (const question of questions) steps[stepOf(question)] = (steps[stepOf(question)] ?? 0) + 1
  return steps
}

function pick(questions: JudgedQuestion[]): JudgedQuestion[] {
  const taken = new Map<number, number>()
  return questions
    .filter((question) => {
      const step = stepOf(question)
      const n = taken.get(step) ?? 0
      taken.set(step, n + 1)
      return n < EXAMPLES_A_STEP && step >= SHOWN.least && step <= SHOWN.most
    })
    .map(({ text, score, ruleId }) => ({ text, score: Math.round(score * 1_000) / 1_000, ruleId }))
    .sort((one, other) => one.score - other.score)
}
