import type { ServerResponse } from 'node:http'

/** A client has taken a piece when the system has, so that reading goes on shows however long the whole is: as much as a socket holds back. */
const PIECE_BYTES = 16_384

type Options = {
  /** A client that takes nothing for so long loses its connection. */
  stallMs: number
  /** All that was written has left, and there is room for more. */
  onFree?: () => void
}

/** Writes an answer to a client that may read slowly, which it may, or not at all, which ends its connection. */
export class PacedWriter {
  readonly #response: ServerResponse
  readonly #options: Options
  #left: Buffer = Buffer.alloc(0)
  #isFull = false
  #isEnding = false
  #stall: NodeJS.Timeout | undefined
  #drains = 0

  constructor(response: ServerResponse, options: Options) {
    this.#response = response
    this.#options = options
    response.on('drain', () => this.#onDrain())
    response.once('close', () => clearTimeout(this.#stall))
  }

  /** Whether what was written before is still on its way. */
  get isBusy(): boolean {
    return this.#isFull
  }

  write(text: string): void {
    const bytes = Buffer.from(text)
    this.#left = this.#left.length > 0 ? Buffer.concat([this.#left, bytes]) : bytes
    if (!this.#isFull) this.#writeOn()
  }

  /** No more is to come; what is left is still written. */
  end(text = ''): void {
    this.#isEnding = true
    this.write(text)
  }

  #writeOn(): void {
    while (this.#left.length > PIECE_BYTES && !this.#isFull) this.#writePiece()
    if (!this.#isFull && this.#isEnding) this.#response.end(this.#left)
    else if (!this.#isFull && this.#left.length > 0) this.#writePiece()
    if (this.#isFull || this.#isEnding) this.#watch()
  }

  #writePiece(): void {
    const piece = this.#left.subarray(0, PIECE_BYTES)
    this.#left = this.#left.subarray(piece.length)
    this.#isFull = !this.#response.write(piece)
  }

  #onDrain(): void {
    clearTimeout(this.#stall)
    this.#drains++
    this.#isFull = false
    this.#writeOn()
    if (!this.#isFull && !this.#isEnding) this.#options.onFree?.()
  }

  #watch(): void {
    clearTimeout(this.#stall)
    const { stallMs } = this.#options
    // What the client took while this process was busy is seen only after the timer.
    this.#stall = setTimeout(() => setImmediate((drains) => this.#judge(drains), this.#drains), stallMs).unref()
  }

  #judge(drains: number): void {
    const { destroyed, writableFinished, socket, req } = this.#response
    if (destroyed || writableFinished || drains !== this.#drains || req.socket.destroyed) return
    // One that stands behind another on its connection has nothing yet that its client could read.
    if (socket) this.#response.destroy()
    else this.#watch()
  }
}
