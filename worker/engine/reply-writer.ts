import type { EngineRequest, TokenLogprob } from '../engine'
import type { DrawnToken, Vocabulary } from './decoder'
import { ReplyText } from './reply-text'

type Receiver = Pick<EngineRequest, 'onText' | 'onMark' | 'stop' | 'topLogprobs'>

/** Tells the caller what the drawn tokens say: text, marks and logprobs, in order. */
export class ReplyWriter {
  readonly #vocabulary: Vocabulary
  readonly #receiver: Receiver
  readonly #reply: ReplyText
  /** Tokens whose text has not been shown yet. */
  #held: TokenLogprob[] = []
  #text = ''
  #isInThought: boolean
  readonly #logprobs: TokenLogprob[] = []

  /** @param isInThought whether the prompt ended within a thought, so that the reply begins there */
  constructor(vocabulary: Vocabulary, receiver: Receiver, isInThought: boolean) {
    this.#vocabulary = vocabulary
    this.#receiver = receiver
    this.#isInThought = isInThought
    this.#reply = new ReplyText(vocabulary.decode, receiver.stop ?? [])
  }

  get text(): string {
    return this.#text
  }

  /** Of the tokens of the text; undefined when they were not asked for. */
  get logprobs(): TokenLogprob[] | undefined {
    return this.#receiver.topLogprobs === undefined ? undefined : this.#logprobs
  }

  /** Whether a stop string was met; nothing is shown any more. */
  get isStopped(): boolean {
    return this.#reply.isStopped
  }

  push(drawn: DrawnToken): void {
    if (this.#isInThought) this.#receiver.onMark?.('think')
    this.#isInThought = false
    const { token } = drawn
    if (this.#vocabulary.isSpecial(token)) {
      this.finish()
      const mark = this.#vocabulary.markOf(token)
      if (mark && !this.isStopped) this.#receiver.onMark?.(mark)
      return
    }
    if (drawn.logprob !== undefined) this.#held.push(this.#toLogprob(drawn))
    this.#show(this.#reply.push(token))
  }

  /** Shows what was held back. */
  finish(): void {
    this.#show(this.#reply.finish())
  }

  #show(piece: string): void {
    if (piece === '') return
    this.#text += piece
    const tokens = this.#held
    this.#held = []
    this.#logprobs.push(...tokens)
    this.#receiver.onText?.(piece, this.#receiver.topLogprobs === undefined ? undefined : tokens)
  }

  #toLogprob({ token, logprob = Number.NEGATIVE_INFINITY, top = [] }: DrawnToken): TokenLogprob {
    const named = (id: number, value: number) => {
      const bytes = this.#vocabulary.bytes(id)
      return { token: Buffer.from(bytes).toString(), bytes, logprob: value }
    }
    return { ...named(token, logprob), top: top.map(([id, value]) => named(id, value)) }
  }
}
