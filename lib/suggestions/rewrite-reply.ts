import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Completion, chooseInference, complete, type Inference } from '@/lib/inference/complete'
import { InferenceError } from '@/lib/inference/inference-error'
import { onAnyServer } from '@/lib/inference/on-any-server'
import { steadyText } from '@/lib/inference/steady-text'
import { describeError, log } from '@/lib/log'
import { buildRewritePrompt } from '@/lib/suggestions/build-rewrite-prompt'
import { detectLanguage } from '@/lib/suggestions/detect-language'
import { createLoopDetector } from '@/lib/suggestions/detect-loop'
import { checkGrounding } from '@/lib/suggestions/grounding/check-grounding'
import { checkTranslation } from '@/lib/suggestions/grounding/check-translation'
import type { Grounding } from '@/lib/suggestions/grounding/grounding-schema'
import { judgeRewrite } from '@/lib/suggestions/grounding/judge-rewrite'
import { countWords } from '@/lib/suggestions/grounding/text-terms'
import { joinContinuation } from '@/lib/suggestions/join-continuation'
import type { RuleGiven } from '@/lib/suggestions/ladder-types'
import { maskPersonalData, unmask } from '@/lib/suggestions/personal-data/mask-personal-data'
import { prepareQuestion } from '@/lib/suggestions/prepare-question'
import { promptChars } from '@/lib/suggestions/prompt-room'
import type { RewriteCause, RewriteRequest } from '@/lib/suggestions/rewrite-schema'
import { findRulesOfDraft } from '@/lib/suggestions/rules-of-draft'
import { type SavedRewrite, saveRewrite } from '@/lib/suggestions/save-rewrite'
import { suggestionTimeoutMs } from '@/lib/suggestions/suggestion-timeout'
import { findConversation } from '@/lib/tickets/find-conversation'

/** Greedy, as a draft is. */
const TEMPERATURE = 0
/** A longer text leaves a small context no room for the rules, and takes longer than an agent waits. */
const MAX_TEXT_CHARACTERS = 2_000
const MIN_TOKENS = 200

export type Rewriting = {
  agent: { id: string }
  /** Nobody waits for it any more. */
  signal: AbortSignal
  /** The text as the box is to show it, whole each time. */
  onText: (textSoFar: string) => void
}

/**
 * Lets the model change what an agent has written, as the action says: from the rules that the draft was given, checked
 * as a draft is, within the same time budget. Whatever comes of it is stored; a failure leaves the agent's text alone.
 * @throws AppError not_found; the signal's reason when it was aborted (stored as `stopped`)
 */
export async function rewriteReply(request: RewriteRequest, { agent, signal, onText }: Rewriting): Promise<SavedRewrite> {
  const { ticketId, action, instruction } = request
  const startedAt = performance.now()
  const conversation = await findConversation(db(), ticketId)
  if (!conversation) throw new AppError('not_found', 'This ticket no longer exists.')
  const { question, personalData } = await prepareQuestion({ ...conversation, fallbackLanguage: conversation.language })
  const draft = await findRulesOfDraft(ticketId, request.suggestionId ?? null)
  const { masked: text, found } = maskPersonalData(request.text, { known: personalData })
  const fromLanguage = detectLanguage(request.text, question.language)
  const target = action === 'translate' ? (fromLanguage === 'zh' ? 'en' : 'zh') : fromLanguage
  const restore = (written: string) => {
    const whole = unmask(written, found)
    return action === 'continue' ? joinContinuation(request.text, whole, target) : whole
  }
  const base = {
    ticketId,
    agentId: agent.id,
    suggestionId: draft?.suggestionId ?? null,
    action,
    instruction: instruction || null,
    fromText: request.text,
    language: target,
  }
  const ms = () => Math.round(performance.now() - startedAt)
  if (request.text.length > MAX_TEXT_CHARACTERS) return saveRewrite({ ...base, status: 'failed', cause: 'too_long', ms: ms() })

  try {
    const inference = await chooseInference()
    const deadline = AbortSignal.timeout(await suggestionTimeoutMs())
    const showText = steadyText((written) => onText(restore(written)))
    const asked = await onAnyServer(inference, (server) => {
      const rules = draft?.rules ?? question.rules.filter(({ reachesFloor }) => reachesFloor).slice(0, server.profile.maxRules)
      const ask = { question, rules, text, action, instruction, target, signal: AbortSignal.any([signal, deadline]) }
      return askModel(server, ask, showText)
    })
    const { rules, run, completion, looped } = asked
    const shown = restore(completion.text.trim())
    const check = (checked: string): Grounding =>
      action === 'translate'
        ? checkTranslation({
            text: checked,
            source: [request.text, question.ticketText, ...rules.map(({ answer }) => answer)].join('\n'),
            positions: rules.map(({ position }) => position),
          })
        : checkGrounding({ text: checked, rules, ticketText: question.ticketText, language: question.language })
    const grounding = check(shown)
    const cause = judgeRewrite({
      action,
      fromText: request.text,
      written: completion.text.trim(),
      text: shown,
      grounding,
      fromUnsupported: check(request.text).sentences.filter(({ isSupported }) => !isSupported).length,
      finishReason: completion.finishReason,
      looped,
      language: target,
      isDemo: run.isDemoModel,
    })
    const made = cause ? { status: 'failed' as const, cause } : { status: 'ready' as const, text: shown, grounding }
    return await saveRewrite({ ...base, ...run, ...made, rules, ms: ms() })
  } catch (cause) {
    if (signal.aborted) {
      await saveRewrite({ ...base, status: 'stopped', ms: ms() })
      throw signal.reason
    }
    if (!(cause instanceof InferenceError)) throw cause
    const reason: RewriteCause = cause.reason
    log.warn({ event: 'rewrite.failed', ticketId, action, reason, cause: describeError(cause) })
    return saveRewrite({ ...base, status: 'failed', cause: reason, ms: ms() })
  }
}

type Ask = {
  question: Awaited<ReturnType<typeof prepareQuestion>>['question']
  rules: RuleGiven[]
  text: string
  action: RewriteRequest['action']
  instruction: string
  target: 'zh' | 'en'
  signal: AbortSignal
}

async function askModel(inference: Inference, ask: Ask, onText: (written: string) => void) {
  const { profile } = inference
  const { question, rules, text } = ask
  const words = countWords(text)
  // A translation into English takes twice as many words as it had characters at most; a token is half a word.
  const maxTokens = Math.max(MIN_TOKENS, words * 3)
  const prompt = buildRewritePrompt({
    ...ask,
    template: question.template,
    language: question.language,
    question: question.text,
    rules: rules.map(({ position, title, answer }) => ({ position, title, text: answer })),
    maxPromptChars: promptChars(profile.contextSize, question.language, maxTokens),
  })
  const loops = createLoopDetector({ maxWords: Math.max(180, words * 3) })
  const completion: Completion = await complete(inference, {
    messages: prompt.messages,
    maxTokens,
    temperature: TEMPERATURE,
    priority: 'interactive',
    signal: ask.signal,
    onText: (textSoFar) => {
      if (loops.push(textSoFar)) return false
      onText(textSoFar)
      return true
    },
  })
  const given = rules.slice(0, prompt.ruleCount)
  const run = {
    model: profile.name,
    isDemoModel: profile.isDemo,
    modelText: completion.text,
    promptVersion: prompt.promptVersion,
    prompt: prompt.messages,
    seed: null,
    parameters: { temperature: TEMPERATURE, maxTokens },
    promptTokens: completion.usage?.prompt_tokens ?? null,
    replyTokens: completion.usage?.completion_tokens ?? null,
    firstTextMs: completion.firstTextMs === null ? null : Math.round(completion.firstTextMs),
  }
  const reason = loops.reason()
  return { rules: given, run, completion, looped: reason === 'phrase' || reason === 'sentence' }
}
