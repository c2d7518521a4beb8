import { isUrgent, isWriting, type Job, type Slot, writtenTokens } from './job'

export type MeasuredRound = { ms: number; promptTokens: number; writers: number; drawn: number }

// Half of what is remembered is from the last ten rounds or so.
const KEEP = 0.93

/** How fast the engine has been of late, and how long its replies; from that, how long somebody who comes now must wait. */
export class Rates {
  #msPerPromptToken: number | null = null
  /** For one reply, while others are written beside it. */
  #msPerToken: number | null = null
  #replyTokens: number | null = null

  observeRound({ ms, promptTokens, writers, drawn }: MeasuredRound): void {
    if (promptTokens === 0 && drawn > 0) this.#msPerToken = blend(this.#msPerToken, (ms * writers) / drawn)
    // A round that does both is charged to the prompt, but for what the replies alone would have taken.
    if (promptTokens > 0) {
      const own = Math.max(0, ms - (writers > 0 ? (this.#msPerToken ?? 0) : 0))
      this.#msPerPromptToken = blend(this.#msPerPromptToken, own / promptTokens)
    }
  }

  observeReply(tokens: number): void {
    this.#replyTokens = blend(this.#replyTokens, tokens)
  }

  /**
   * Milliseconds until a request of this kind would get a slot; 0 as long as nothing has been measured.
   *
   * @param waiting who waits already, in order
   */
  estimateWait(slots: readonly Slot[], waiting: Job[], isInteractive: boolean): number {
    const gives = (job: Job) => isInteractive && !isUrgent(job)
    const free = slots.map(({ job, ...slot }) =>
      job && !gives(job) ? this.#remaining(job, isWriting({ ...slot, job }) ? null : slot.tokens.length) : 0,
    )
    for (const job of waiting) {
      if (gives(job)) continue
      const first = free.indexOf(Math.min(...free))
      free[first] = (free[first] ?? 0) + this.#remaining(job, 0)
    }
    return Math.round(Math.min(...free))
  }

  /** @param read tokens of the prompt that are in the cache; null when it is whole */
  #remaining(job: Job, read: number | null): number {
    const prompt = read === null ? 0 : (job.known.length - read) * (this.#msPerPromptToken ?? 0)
    const expected = Math.min(job.maxTokens, this.#replyTokens ?? job.maxTokens)
    return prompt + Math.max(1, expected - writtenTokens(job)) * (this.#msPerToken ?? 0)
  }
}

function blend(old: number | null, fresh: number): number {
  return old === null ? fresh : old * KEEP + fresh * (1 - KEEP)
}
