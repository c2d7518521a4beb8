import { stripCitations } from '@/lib/suggestions/grounding/read-citations'
import type { LadderResult } from '@/lib/suggestions/ladder-types'

/** A draft that is not stored, as `POST /api/v1/suggest` and `npm run suggest -- --json` give it. */
export function toSuggestShape(result: LadderResult) {
  const { run, cached } = result
  return {
    /** With citation marks. */
    text: result.text,
    /** As a customer would get it. */
    plainText: stripCitations(result.text),
    rung: result.rung,
    language: result.language,
    fallbackCause: result.fallbackCause,
    rules: result.rules.map(({ ruleId, version, title, score, position, isUsed, isCited }) => ({
      id: ruleId,
      version,
      title,
      score,
      position,
      used: isUsed,
      cited: isCited,
    })),
    citations: result.rules.filter((rule) => rule.isCited).map((rule) => rule.position),
    grounding: result.grounding,
    model: run?.model ?? cached?.model ?? null,
    isDemoModel: run?.isDemoModel ?? cached?.isDemoModel ?? false,
    promptVersion: run?.promptVersion ?? cached?.promptVersion ?? null,
    usage: run ? { promptTokens: run.promptTokens, replyTokens: run.replyTokens } : null,
    ms: result.ms,
  }
}
