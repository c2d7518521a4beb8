import { complete, type Inference } from '@/lib/inference/complete'
import type { ModelProfile } from '@/lib/inference/current-model'
import type { Priority } from '@/lib/inference/protocol'
import { buildPrompt } from '@/lib/suggestions/build-prompt'
import { createLoopDetector } from '@/lib/suggestions/detect-loop'
import { correctCitations } from '@/lib/suggestions/grounding/correct-citations'
import type { Grounding } from '@/lib/suggestions/grounding/grounding-schema'
import { type DraftVerdict, judgeDraft } from '@/lib/suggestions/grounding/judge-draft'
import type { LadderQuestion, ModelRun, RuleGiven } from '@/lib/suggestions/ladder-types'
import { shortenAnswer } from '@/lib/suggestions/pick-sentences'
import { MAX_REPLY_TOKENS, promptChars } from '@/lib/suggestions/prompt-room'

/** Greedy: a reply from rules has nothing to gain from chance, and the same prompt gives the same text. */
const TEMPERATURE = 0
export type ModelDraft = {
  run: ModelRun
  /** Null cause: the text may be shown. */
  cause: NonNullable<DraftVerdict['cause']> | null
  grounding: Grounding
  /** So many rules, from the first, stood in the prompt. */
  usedCount: number
}

export type DraftOptions = {
  inference: Inference
  priority: Priority
  signal: AbortSignal
  /** See CompletionRequest. */
  patienceMs: number
  onText?: (textSoFar: string) => void
}

/** The numbered rules that a model with this profile is given, best first. */
export function rulesForModel(question: LadderQuestion, maxRules: number): RuleGiven[] {
  return question.rules.filter((rule) => rule.reachesFloor).slice(0, maxRules)
}

/**
 * Lets the model write a reply from the rules and checks it.
 * @throws InferenceError when the model gave none
 */
export async function draftWithModel(question: LadderQuestion, options: DraftOptions): Promise<ModelDraft> {
  const { profile } = options.inference
  const rules = rulesForModel(question, profile.maxRules)
  const prompt = buildPrompt({
    template: question.template,
    language: question.language,
    rules: rules.map((rule) => toPromptRule(rule, question, profile)),
    turns: profile.maxTurns === 0 ? [] : question.turns.slice(-profile.maxTurns),
    question: question.text,
    maxRules: profile.maxRules,
    maxPromptChars: promptChars(profile.contextSize, question.language),
  })
  const loops = createLoopDetector()
  const completion = await complete(options.inference, {
    messages: prompt.messages,
    maxTokens: MAX_REPLY_TOKENS,
    temperature: TEMPERATURE,
    priority: options.priority,
    signal: options.signal,
    patienceMs: options.patienceMs,
    onText: (textSoFar) => {
      if (loops.push(textSoFar)) return false
      options.onText?.(textSoFar)
      return true
    },
  })
  const given = rules.slice(0, prompt.ruleCount)
  const { text, grounding } = correctCitations({
    text: completion.text.trim(),
    rules: given,
    ticketText: question.ticketText,
    language: question.language,
  })
  const verdict = judgeDraft({
    text,
    rules: given,
    grounding,
    finishReason: loops.reason() === 'length' ? 'length' : completion.finishReason,
    looped: loops.reason() === 'phrase' || loops.reason() === 'sentence',
    language: question.language,
    isStrict: profile.isDemo,
  })
  const run: ModelRun = {
    model: profile.name,
    isDemoModel: profile.isDemo,
    text,
    promptVersion: prompt.promptVersion,
    prompt: prompt.messages,
    seed: null,
    parameters: { temperature: TEMPERATURE, maxTokens: MAX_REPLY_TOKENS },
    promptTokens: completion.usage?.prompt_tokens ?? null,
    replyTokens: completion.usage?.completion_tokens ?? null,
    firstTextMs: completion.firstTextMs,
  }
  return { run, cause: verdict.isUsable ? null : (verdict.cause ?? 'bad_output'), grounding, usedCount: given.length }
}

function toPromptRule(rule: RuleGiven, question: LadderQuestion, profile: ModelProfile): { title: string; text: string } {
  const title = profile.titleBy === 'category' ? rule.category || rule.title : rule.title
  if (profile.maxRuleWords === null) return { title, text: rule.answer }
  return { title, text: shortenAnswer(rule.answer, { question: question.text, room: profile.maxRuleWords, language: question.language }) }
}
