/**
 * `npm run -s bench:inference -- --model F.gguf [--peer http://127.0.0.1:PORT [--peer-pid PID]] [--at 1,4,8] [--rounds 3] [--label copy] [--temperature 1] [--seed 1] [--quotes]`:
 * one workload on our worker, which is started for it, and on any OpenAI-compatible server that has the same model, in turn. A request has
 * 600 prompt tokens in common with its neighbours, 150 of its own, and 80 of reply. `cold`: nobody has seen the common part before; `warm`:
 * the same again with other own parts. `--quotes` (a model made with `--recites`): 20 and 30 of the reply's 80 tokens stand in the prompt, as
 * a reply quotes its rules. Prints a JSON line a cell: medians of the rounds, and `ratio`, the peer's wall time by ours.
 */
import path from 'node:path'
import { modelOf, rssOf, withBenchWorker } from './support/bench-worker'
import { machine } from './support/desk'
import { readOptions } from './support/read-options'
import { quantile, rounded } from './support/statistics'
import { type ChatServer, type TimedReply, timeChat } from './support/timed-chat'

const SHARED_TOKENS = 600
const OWN_TOKENS = 150
const REPLY_TOKENS = 80
// The prompt, its frame and the reply, in steps of 256. No more: a copied prefix costs by the size of the context.
const CONTEXT = 1024

const USAGE = `usage: npm run -s bench:inference -- --model F.gguf [--peer http://127.0.0.1:PORT [--peer-pid PID]] [--at 1,4,8] [--rounds 3]
       [--label NAME] [--temperature 0] [--threads N] [--seed N] [--quotes]`
const { values, whole } = readOptions(USAGE, {
  model: { type: 'string' },
  peer: { type: 'string' },
  'peer-pid': { type: 'string' },
  at: { type: 'string', default: '1,4,8' },
  rounds: { type: 'string', default: '3' },
  label: { type: 'string', default: 'random' },
  temperature: { type: 'string', default: '0' },
  threads: { type: 'string' },
  // Our worker computes requests that name one apart, so that their text is the same under any load.
  seed: { type: 'string' },
  quotes: { type: 'boolean', default: false },
})

/** Words in a random order that the seed decides; the tokenizer makes about as many tokens of each. */
function words(count: number, seed: number): string {
  const list = 'order parcel refund return address invoice colour size gift card delay stock price coupon seller buyer'.split(' ')
  let state = seed * 2_654_435_761 + 1
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return list[state >>> 28] ?? ''
  }
  return Array.from({ length: count }, next).join(' ')
}

const rounds = whole('rounds')
const seed = values.seed === undefined ? undefined : Number(values.seed)
const ONE = { maxTokens: 1, temperature: 0 }

/** Tokens that one word is worth on this server. */
async function tokensAWord(server: ChatServer): Promise<number> {
  const [short, long] = [await timeChat(server, words(100, 1), ONE), await timeChat(server, words(300, 1), ONE)]
  return (long.promptTokens - short.promptTokens) / 200
}

// Of the reply's words: a greeting, a sentence of a rule, some words of its own, a longer sentence, an ending.
const QUOTED = [
  [10, 30],
  [40, 70],
] as const

/** Passages of the one text that a reciting model says, whatever it is asked; its words are of one token each. */
async function passagesOf(server: ChatServer): Promise<string[]> {
  const { text } = await timeChat(server, words(10, 1), { maxTokens: REPLY_TOKENS, temperature: 0 })
  const recited = text.trim().split(' ')
  if (new Set(recited).size !== REPLY_TOKENS) throw new Error('This model recites no text; make one with --recites.')
  return QUOTED.map(([from, to]) => recited.slice(from, to).join(' '))
}

type Measured = { wallMs: number; replies: TimedReply[]; rssMb: number | null }

async function measure(server: ChatServer, prompts: string[]): Promise<Measured> {
  const startedAt = performance.now()
  const replies = await Promise.all(
    prompts.map((prompt) => timeChat(server, prompt, { maxTokens: REPLY_TOKENS, temperature: Number(values.temperature), seed })),
  )
  return { wallMs: performance.now() - startedAt, replies, rssMb: rssOf(server.pid) }
}

/** The median over the rounds of what `figure` says of each. */
function median(runs: Measured[], figure: (run: Measured) => number, digits = 1): number {
  return rounded(quantile(runs.map(figure), 0.5), digits)
}

function report(server: string, runs: Measured[]) {
  const gaps = (run: Measured) => run.replies.flatMap((reply) => reply.gapsMs)
  const first = (run: Measured) => run.replies.map((reply) => reply.firstTextMs)
  const tokens = (run: Measured) => run.replies.reduce((sum, reply) => sum + reply.completionTokens, 0)
  return {
    server,
    wallS: median(runs, (run) => run.wallMs / 1000, 3),
    ttftMedianMs: median(runs, (run) => quantile(first(run), 0.5)),
    ttftMaxMs: median(runs, (run) => Math.max(...first(run))),
    interTokenMedianMs: median(runs, (run) => quantile(gaps(run), 0.5)),
    interTokenP95Ms: median(runs, (run) => quantile(gaps(run), 0.95)),
    tokensPerS: median(runs, (run) => (tokens(run) / run.wallMs) * 1000),
    promptTokens: runs[0]?.replies[0]?.promptTokens,
    rssMb: runs.at(-1)?.rssMb,
  }
}

async function compare(ours: ChatServer, peer: ChatServer | null): Promise<void> {
  const servers = peer ? [ours, peer] : [ours]
  const perWord = await tokensAWord(ours)
  const passages = values.quotes ? await passagesOf(ours) : []
  const quoted = passages.join(' ').split(' ').filter(Boolean).length
  const [shared, own] = [Math.round(SHARED_TOKENS / perWord), Math.round((OWN_TOKENS - quoted) / perWord)]
  let topic = Date.now() % 1_000_000
  for (const atOnce of values.at.split(',').map(Number)) {
    const runs = { cold: new Map<string, Measured[]>(), warm: new Map<string, Measured[]>() }
    for (let round = 0; round < rounds; round++) {
      topic += 1
      // Who goes first changes from round to round, so that a machine that gets busier or hotter harms both alike.
      for (const server of round % 2 ? servers.toReversed() : servers) {
        for (const [index, phase] of (['cold', 'warm'] as const).entries()) {
          const ownTopic = (n: number) => topic * 1000 + index * 500 + n
          const prompts = Array.from({ length: atOnce }, (_, n) =>
            [words(shared, topic), `${words(own, ownTopic(n))} ${passages.join(', ')}`].join('\n'),
          )
          const measured = await measure(server, prompts)
          runs[phase].set(server.name, [...(runs[phase].get(server.name) ?? []), measured])
        }
      }
    }
    for (const phase of ['cold', 'warm'] as const) {
      const [mine, other] = servers.map((server) => report(server.name, runs[phase].get(server.name) ?? []))
      const ratio = mine && other ? rounded(other.wallS / mine.wallS, 2) : null
      console.log(
        JSON.stringify({ bench: 'inference', label: values.label, atOnce, phase, ratio, ours: mine, peer: other, machine: machine() }),
      )
    }
  }
}

const { model, threads } = values
const largest = Math.max(...values.at.split(',').map(Number))
const env = {
  ...(model && { MODEL: path.resolve(model) }),
  ...(threads && { WORKER_THREADS: threads }),
  WORKER_CONTEXT: String(CONTEXT),
  WORKER_SLOTS: String(largest),
}
await withBenchWorker(env, async (ours) => {
  const { peer: url } = values
  const pid = values['peer-pid'] ? Number(values['peer-pid']) : null
  await compare(ours, url ? { name: url, url, model: await modelOf(url), pid } : null)
})
