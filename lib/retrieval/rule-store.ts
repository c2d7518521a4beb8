import { db } from '@/lib/db'
import { subscribe } from '@/lib/events'
import { publishedRulesStamp } from '@/lib/faq/published-rules-stamp'
import { addJob } from '@/lib/jobs'
import { describeError, log } from '@/lib/log'
import { perProcess } from '@/lib/per-process'
import { isCalibrationDue } from '@/lib/retrieval/floor/calibration-due'
import { currentFloors } from '@/lib/retrieval/floor/current-floors'
import { type Floors, usualFloors } from '@/lib/retrieval/floor/floors'
import { inSlices } from '@/lib/retrieval/in-slices'
import { learnedStamp } from '@/lib/retrieval/list-phrasings'
import { wrongStamp } from '@/lib/retrieval/list-wrong-questions'
import { type LoadedRules, loadRules } from '@/lib/retrieval/load-rules'
import { currentMeaning, type MeaningInForce } from '@/lib/retrieval/meaning/current-meaning'
import { buildRuleIndex, trainingSteps, withClassifiersOf } from '@/lib/retrieval/rule-index'
import type { RuleIndex } from '@/lib/retrieval/schema'

type Store = {
  loaded: LoadedRules | null
  /** In force, and what they would be if nobody had moved or calibrated them. */
  floors: Floors
  usual: Floors
  /** How the meaning joins the scores; null where nobody could calibrate it. */
  meaning: MeaningInForce | null
  /** What the published rules and their phrasings looked like when they were loaded. */
  stamp: string
  /** Counts the changes known of in this process; `loadedChanges` is the count that `loaded` has in it. */
  changes: number
  loadedChanges: number
  loading: Promise<void> | null
  checkedAt: number
  failedAt: number
  isListening: boolean
  training: NodeJS.Timeout | 'running' | null
  /** The stamp that the classifiers were trained at. */
  trainedAt: string
}

/** Notifications keep the index fresh; should one be lost, a search finds out after this long. */
const CHECK_EVERY_MS = 5_000
/** With the database away, searches go on with the old rules and do not each wait for it. */
const RETRY_AFTER_MS = 1_000
/** Changes come in bursts, and a classifier takes seconds. */
const TRAIN_AFTER_MS = 5_000
const CALIBRATE_AFTER_MS = 30_000

/** Before the first load, which nothing is searched without. */
const NO_FLOORS = usualFloors(buildRuleIndex([]))

const store = perProcess<Store>('ruleStore', () => ({
  loaded: null,
  floors: NO_FLOORS,
  usual: NO_FLOORS,
  meaning: null,
  stamp: '',
  changes: 1,
  loadedChanges: 0,
  loading: null,
  checkedAt: 0,
  failedAt: 0,
  isListening: false,
  training: null,
  trainedAt: '',
}))

/** To be said after a change has committed: the next search in this process sees it, though its notification is still under way. */
export function markRulesChanged(): void {
  store.changes++
}

/**
 * The index of the published rules as they are now, and the floors. When they cannot be loaded, the last ones go on serving.
 * @throws what loading threw, as long as there is no index at all
 */
export async function currentRules(): Promise<{ index: RuleIndex; floors: Floors; meaning: MeaningInForce | null }> {
  listenForChanges()
  if (!store.loaded || Date.now() - store.failedAt >= RETRY_AFTER_MS) {
    try {
      await checkStamp()
      const wanted = store.changes
      // A load under way may have begun before the change; the one after it has not.
      while (store.loadedChanges < wanted) await load()
    } catch (cause) {
      store.failedAt = Date.now()
      if (!store.loaded) throw cause
      log.error({ event: 'rules.load_failed', rules: store.loaded.index.size, cause: describeError(cause) })
    }
  }
  return { index: store.loaded?.index ?? buildRuleIndex([]), floors: store.floors, meaning: store.meaning }
}

async function readStamp(): Promise<string> {
  const stamps = await Promise.all([publishedRulesStamp(), learnedStamp(), wrongStamp()])
  return stamps.join(' ')
}

async function checkStamp(): Promise<void> {
  if (!store.loaded || Date.now() - store.checkedAt < CHECK_EVERY_MS) return
  store.checkedAt = Date.now()
  const [stamp, floors, meaning] = await Promise.all([readStamp(), currentFloors(store.usual), currentMeaning()])
  store.floors = floors
  store.meaning = meaning
  if (stamp !== store.stamp) store.changes++
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
  const stamp = await readStamp()
  const startedAt = performance.now()
  const { loaded, patched } = await loadRules(store.loaded)
  store.usual = usualFloors(loaded.index)
  ;[store.floors, store.meaning] = await Promise.all([currentFloors(store.usual), currentMeaning()])
  store.loaded = loaded
  store.stamp = stamp
  store.loadedChanges = changes
  store.checkedAt = Date.now()
  log.info({ event: 'rules.indexed', rules: loaded.index.size, patched, ms: Math.round(performance.now() - startedAt) })
  trainLater()
  void calibrateLater(loaded).catch((cause: unknown) => log.error({ event: 'floors.calibration', cause: describeError(cause) }))
}

async function calibrateLater({ index, versions }: LoadedRules): Promise<void> {
  const loaded = [index.parts.zh, index.parts.en].flatMap(({ segments }) => segments.flatMap(({ rules }) => rules))
  const isDue = await isCalibrationDue({
    rules: versions.size,
    versions: [...versions.values()].reduce((sum, version) => sum + version, 0),
    learned: loaded.reduce((sum, { learned = [] }) => sum + learned.length, 0),
  })
  if (!isDue) return
  const runAt = new Date(Date.now() + CALIBRATE_AFTER_MS)
  await addJob(db(), 'calibrate-floors', {}, { jobKey: 'calibrate-floors', runAt, priority: 20, maxAttempts: 3 })
}

/** Trains the classifiers anew once things are quiet. Every process needs its own. */
function trainLater(): void {
  if (store.training === 'running' || store.trainedAt === store.stamp) return
  clearTimeout(store.training ?? undefined)
  store.training = setTimeout(() => {
    store.training = 'running'
    void train()
      .catch((cause: unknown) => log.error({ event: 'rules.train_failed', cause: describeError(cause) }))
      .finally(() => {
        store.training = null
        trainLater()
      })
  }, TRAIN_AFTER_MS).unref()
}

async function train(): Promise<void> {
  const { loaded, stamp } = store
  if (!loaded) return
  const startedAt = performance.now()
  // A failure is not tried again before something changes.
  store.trainedAt = stamp
  const trained = await inSlices(trainingSteps(loaded.index))
  // Rules may have changed meanwhile; what was learnt of the others holds.
  if (store.loaded) store.loaded = { ...store.loaded, index: withClassifiersOf(store.loaded.index, trained) }
  const rules = [trained.parts.zh, trained.parts.en].reduce((sum, { classifier }) => sum + (classifier?.classOf.size ?? 0), 0)
  if (rules > 0) log.info({ event: 'rules.trained', rules, ms: Math.round(performance.now() - startedAt) })
}

function listenForChanges(): void {
  if (store.isListening) return
  store.isListening = true
  const refresh = () => {
    store.checkedAt = 0
    void currentRules().catch((cause: unknown) => log.error({ event: 'rules.load_failed', cause: describeError(cause) }))
  }
  subscribe((event) => {
    if (event.kind === 'rules' || event.kind === 'settings') refresh()
  }, refresh)
}
