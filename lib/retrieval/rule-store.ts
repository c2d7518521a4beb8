import { subscribe } from '@/lib/events'
import { listPublishedRules } from '@/lib/faq/list-published-rules'
import { publishedRulesStamp } from '@/lib/faq/published-rules-stamp'
import { describeError, log } from '@/lib/log'
import { perProcess } from '@/lib/per-process'
import { buildRuleIndex } from '@/lib/retrieval/rule-index'
import type { RuleIndex } from '@/lib/retrieval/schema'

type Store = {
  index: RuleIndex | null
  /** What the published rules looked like when `index` was loaded; see publishedRulesStamp. */
  stamp: string
  /** Counts the changes known of in this process; `loadedChanges` is the count that `index` has in it. */
  changes: number
  loadedChanges: number
  loading: Promise<void> | null
  checkedAt: number
  failedAt: number
  isListening: boolean
}

/** Notifications keep the index fresh; should one be lost, a search finds out after this long. */
const CHECK_EVERY_MS = 5_000
/** With the database away, searches go on with the old rules and do not each wait for it. */
const RETRY_AFTER_MS = 1_000

const store = perProcess<Store>('ruleStore', () => ({
  index: null,
  stamp: '',
  changes: 1,
  loadedChanges: 0,
  loading: null,
  checkedAt: 0,
  failedAt: 0,
  isListening: false,
}))

/** To be said after a change has committed: the next search in this process sees it, though its notification is still under way. */
export function markRulesChanged(): void {
  store.changes++
}

/**
 * The index of the published rules as they are now. When they cannot be loaded, the last index goes on serving.
 * @throws what loading threw, as long as there is no index at all
 */
export async function currentRuleIndex(): Promise<RuleIndex> {
  listenForChanges()
  if (store.index && Date.now() - store.failedAt < RETRY_AFTER_MS) return store.index
  try {
    await checkStamp()
    const wanted = store.changes
    // A load under way may have begun before the change; the one after it has not.
    while (store.loadedChanges < wanted) await load()
  } catch (cause) {
    store.failedAt = Date.now()
    if (!store.index) throw cause
    log.error({ event: 'rules.load_failed', rules: store.index.size, cause: describeError(cause) })
  }
  return store.index ?? buildRuleIndex([])
}

async function checkStamp(): Promise<void> {
  if (!store.index || Date.now() - store.checkedAt < CHECK_EVERY_MS) return
  store.checkedAt = Date.now()
  if ((await publishedRulesStamp()) !== store.stamp) store.changes++
}

/** One load at a time, whoever asks for it. */
function load(): Promise<void> {
  store.loading ??= loadNow().finally(() => {
    store.loading = null
  })
  return store.loading
}

async function loadNow(): Promise<void> {
  const { changes } = store
  // The stamp before the rules: a change between the two shows at the next check.
  const stamp = await publishedRulesStamp()
  const rules = await listPublishedRules()
  const startedAt = performance.now()
  store.index = buildRuleIndex(rules)
  store.stamp = stamp
  store.loadedChanges = changes
  store.checkedAt = Date.now()
  log.info({ event: 'rules.indexed', rules: rules.length, ms: Math.round(performance.now() - startedAt) })
}

function listenForChanges(): void {
  if (store.isListening) return
  store.isListening = true
  const refresh = () => {
    store.checkedAt = 0
    void currentRuleIndex().catch((cause: unknown) => log.error({ event: 'rules.load_failed', cause: describeError(cause) }))
  }
  subscribe((event) => {
    if (event.kind === 'rules') refresh()
  }, refresh)
}
