import { randomBytes } from 'node:crypto'
import type { EngineMark, EngineReply, TokenLogprob } from '../../engine'
import type { ChatDelta, FinishReason, ToolCall } from './shapes'
import { type CallPiece, ToolCallReader } from './tool-call-reader'
import { CALL_END, CALL_START } from './tool-grammar'

export type ChoiceOptions = {
  /** Whether tools were offered; without them a call is text. */
  mayCall: boolean
  /** Marks of calls are looked for in the text too: the reply follows a grammar that spells them. */
  isSpelled: boolean
  /** After the first call nothing more is taken. */
  isSingle: boolean
  onDelta: (delta: ChatDelta, logprobs: TokenLogprob[]) => void
}

/** One reply on its way to a client: sorts what the model writes into content, reasoning and calls. */
export class ChatChoice {
  content = ''
  reasoning = ''
  readonly calls: ToolCall[] = []
  readonly logprobs: TokenLogprob[] = []
  readonly #options: ChoiceOptions
  #mode: 'content' | 'reasoning' | 'call' = 'content'
  #reader = new ToolCallReader()
  /** Line breaks that are left out if a mark follows; and in a spelled reply what may be the beginning of one. */
  #held = ''
  #heldLogprobs: TokenLogprob[] = []
  #isFresh = false

  constructor(options: ChoiceOptions) {
    this.#options = options
  }

  text(piece: string, logprobs: TokenLogprob[] = []): void {
    if (this.#isOver) return
    this.#text(piece, logprobs)
  }

  mark(mark: EngineMark): void {
    if (this.#isOver) return
    if (mark === 'think') this.#enter('reasoning')
    else if (mark === '/think') this.#enter('content')
    else if (!this.#options.mayCall) this.#say(mark === 'tool_call' ? CALL_START : CALL_END, [])
    else if (mark === 'tool_call') this.#enter('call')
    else if (this.#mode === 'call') {
      this.#endCall(CALL_END)
      this.#enter('content')
    }
  }

  get #isOver(): boolean {
    return this.#options.isSingle && this.calls.length > 0 && this.#mode !== 'call'
  }

  /** The reply is over; the reason to tell the client. */
  finish(reply: EngineReply): FinishReason {
    if (this.#mode === 'call') this.#endCall()
    if (this.#mode !== 'reasoning') this.#flush()
    if (reply.finishReason === 'length') return 'length'
    return this.calls.length > 0 ? 'tool_calls' : 'stop'
  }

  #text(piece: string, logprobs: TokenLogprob[]): void {
    if (this.#mode === 'call') {
      const { pieces, rest } = this.#reader.push(piece)
      this.#tell(pieces)
      if (this.#options.isSpelled && this.#reader.isDone) {
        this.#enter('content')
        if (rest !== '') this.#text(rest, [])
      }
      return
    }
    if (this.#options.isSpelled && this.#mode === 'content') this.#spelled(piece, logprobs)
    else this.#say(piece, logprobs)
  }

  /** In a reply that spells its marks: between calls there is nothing but line breaks and the end of the last one. */
  #spelled(piece: string, logprobs: TokenLogprob[]): void {
    const text = this.#held + piece
    this.#held = ''
    this.#heldLogprobs.push(...logprobs)
    const start = text.indexOf(CALL_START)
    if (start >= 0) {
      this.#between(text.slice(0, start))
      this.#enter('call')
      this.#text(text.slice(start + CALL_START.length), [])
      return
    }
    const keep = Math.max(beginningAtEnd(text, CALL_START), this.calls.length > 0 ? text.length : 0)
    this.#between(text.slice(0, text.length - keep))
    // Behind what saying it has held back.
    this.#held += text.slice(text.length - keep)
  }

  #between(text: string): void {
    if (this.calls.length === 0 && text !== '') this.#say(text, [])
  }

  #say(piece: string, logprobs: TokenLogprob[]): void {
    let text = this.#held + piece
    this.#held = ''
    for (const token of logprobs) this.#heldLogprobs.push(token)
    if (this.#isFresh) text = text.replace(/^\n+/, '')
    if (text === '') {
      // What a token of line breaks alone said is left out, and so is the token.
      this.#heldLogprobs = []
      return
    }
    this.#isFresh = false
    // Before a mark a line break is part of the template and not of the text.
    const isHolding = this.#mode === 'reasoning' || this.#options.mayCall
    const kept = isHolding ? text.replace(/\n+$/, '') : text
    this.#held = text.slice(kept.length)
    if (kept !== '') this.#write(kept)
  }

  #write(text: string): void {
    const logprobs = this.#heldLogprobs.splice(0)
    if (this.#mode === 'reasoning') {
      this.reasoning += text
      this.#options.onDelta({ reasoning_content: text }, [])
      return
    }
    this.content += text
    for (const token of logprobs) this.logprobs.push(token)
    this.#options.onDelta({ content: text }, logprobs)
  }

  #enter(mode: 'content' | 'reasoning' | 'call'): void {
    if (this.#mode === 'call') this.#endCall()
    this.#held = ''
    this.#heldLogprobs = []
    this.#isFresh = true
    this.#mode = mode
    if (mode === 'call') this.#reader = new ToolCallReader()
  }

  /** @param closing the mark that ended it; nothing where the reply did */
  #endCall(closing = ''): void {
    const pieces = this.#reader.end()
    this.#mode = 'content'
    if (pieces) this.#tell(pieces)
    // A grammar writes nothing but calls here, so that this is the beginning of one, with no name yet.
    else if (this.#options.isSpelled && closing === '') return
    // No call after all: whoever asked sees what the model wrote.
    else if (this.#reader.text !== '') this.#write(`${CALL_START}${this.#reader.text}${closing}`)
  }

  #tell(pieces: CallPiece[]): void {
    for (const piece of pieces) {
      if ('name' in piece) {
        const call: ToolCall = {
          id: `call_${randomBytes(12).toString('hex')}`,
          type: 'function',
          function: { name: piece.name, arguments: '' },
        }
        this.calls.push(call)
        this.#options.onDelta({ tool_calls: [{ index: this.calls.length - 1, ...call, function: { ...call.function } }] }, [])
        continue
      }
      const call = this.calls.at(-1)
      if (!call) continue
      call.function.arguments += piece.arguments
      this.#options.onDelta({ tool_calls: [{ index: this.calls.length - 1, function: { arguments: piece.arguments } }] }, [])
    }
  }

  #flush(): void {
    const rest = this.#held
    this.#held = ''
    if (rest !== '' && this.calls.length === 0) this.#write(rest)
  }
}

function beginningAtEnd(text: string, word: string): number {
  for (let length = Math.min(word.length - 1, text.length); length > 0; length--) if (text.endsWith(word.slice(0, length))) return length
  return 0
}
