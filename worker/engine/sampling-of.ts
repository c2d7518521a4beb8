import { randomInt } from 'node:crypto'
import { EngineError, type EngineRequest } from '../engine'
import type { Decoder, GrammarState, Sampling, Vocabulary } from './decoder'
import { nameMarks } from './name-marks'

// llama.cpp's default. Without a limit each draw would sort the whole vocabulary, 152 k entries for Qwen.
const TOP_K = 40

type Means = { decoder: Decoder; vocabulary: Vocabulary; defaultTemperature: number }

/**
 * How the tokens of a request are to be drawn. Without a seed it gets a random one: llama.cpp would take the clock, the
 * same for a whole second.
 *
 * @throws EngineError `invalid_grammar`; `unsupported` for what this decoder cannot do
 */
export function samplingOf(request: EngineRequest, means: Means): Sampling {
  const { topLogprobs, grammar } = request
  if (topLogprobs !== undefined && !means.decoder.features.has('logprobs'))
    throw new EngineError('unsupported', 'This engine tells no logprobs.', { param: 'logprobs' })
  const logitBias = new Map(request.logitBias)
  if (!means.decoder.features.has('endBias') && [...logitBias.keys()].some(means.vocabulary.isEnd))
    throw new EngineError('unsupported', 'This engine takes no bias on tokens that end a reply.', { param: 'logit_bias' })
  // To the grammar its characters are text like any other, to everybody else it ends the reply.
  const turn = means.vocabulary.special('<|im_start|>')
  if (grammar !== undefined && turn !== undefined) logitBias.set(turn, Number.NEGATIVE_INFINITY)
  return {
    temperature: request.temperature ?? means.defaultTemperature,
    topP: request.topP ?? 1,
    topK: Math.max(0, request.topK ?? TOP_K),
    minP: request.minP ?? 0,
    seed: (request.seed ?? randomInt(2 ** 32)) >>> 0,
    presencePenalty: request.presencePenalty ?? 0,
    frequencyPenalty: request.frequencyPenalty ?? 0,
    logitBias,
    grammar: grammar === undefined ? null : startGrammar(grammar, means),
    topLogprobs: topLogprobs ?? null,
  }
}

function startGrammar(gbnf: string, { decoder, vocabulary }: Means): GrammarState {
  const named = nameMarks(gbnf, vocabulary.special)
  try {
    return decoder.startGrammar(named)
  } catch (cause) {
    throw new EngineError('invalid_grammar', 'The grammar cannot be used.', { cause, param: 'grammar' })
  }
}
