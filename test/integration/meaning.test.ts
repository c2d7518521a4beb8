import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { publishNow } from '@/lib/events'
import { createRule } from '@/lib/faq/create-rule'
import { updateRule } from '@/lib/faq/update-rule'
import { forgetSideModels, refreshSideModels, sideModel } from '@/lib/inference/side-models'
import { calibrateFloors } from '@/lib/retrieval/floor/calibrate-floors'
import { currentFloors } from '@/lib/retrieval/floor/current-floors'
import { judgeFloor } from '@/lib/retrieval/floor/floor-evidence'
import { getFloors } from '@/lib/retrieval/floor/get-floors'
import { forgetQuestions } from '@/lib/retrieval/meaning/embed-questions'
import { embedRules } from '@/lib/retrieval/meaning/embed-rules'
import { embeddingProgress } from '@/lib/retrieval/meaning/embedding-progress'
import { resumeEmbedding } from '@/lib/retrieval/meaning/resume-embedding'
import { forgetRuleVectors, loadRuleVectors } from '@/lib/retrieval/meaning/vector-store'
import { markRulesChanged } from '@/lib/retrieval/rule-store'
import { searchRules } from '@/lib/retrieval/search-rules'
import { getSetting } from '@/lib/settings/get-setting'
import { rulesZh } from '@/prisma/sample-shop/rules-zh'
import { setEnv } from '../support/database'
import { jobOf } from '../support/drafting'
import { FakeSideModels } from '../support/fake-side-models'

const RETURNS = { question: 'How do I return an order?', answer: 'Within 14 days, from your account.' }
const SHIPPING = { question: 'How long does an order take?', answer: 'Two days.' }
/** Shares words with both rules, and no more with one than with the other. */
const ASKED = 'my order, I do not want it'

let fake: FakeSideModels
let ids: Record<'returns' | 'shipping', string>

beforeEach(async () => {
  fake = new FakeSideModels()
  await setEnv({ INFERENCE_URL: await fake.start() })
  // Whatever speaks of returning, or of not wanting, means the same to this model.
  fake.vectorOf = (text) => (/return an order|want/.test(text) ? [1, 0, 0] : [0, 1, 0])
  await db().faqRule.deleteMany()
  const add = async (rule: typeof RETURNS) => (await createRule(null, { ...rule, language: 'en', status: 'published' })).id
  ids = { returns: await add(RETURNS), shipping: await add(SHIPPING) }
  markRulesChanged()
})

afterEach(async () => {
  await fake.stop()
  forgetSideModels()
  await forgetRuleVectors()
  forgetQuestions()
  await Promise.all([db().setting.deleteMany(), db().calibrationEmbedding.deleteMany()])
})

const ask = (text = ASKED, withMeaning = true) => searchRules({ text, language: 'en', limit: 5, withMeaning })
const texts = () => fake.embedded.flatMap((request) => request.texts)

/** As a process does by itself: finds the models, embeds, loads. */
async function embed(): Promise<void> {
  await refreshSideModels()
  await embedRules()
  const model = sideModel('embedding')
  if (model) await loadRuleVectors(model.name)
}

describe('rules are embedded', () => {
  it('in the background, once each, and told where somebody looks', async () => {
    await refreshSideModels()
    const model = sideModel('embedding')
    expect(model?.name).toBe('fake-embedding')
    expect(model && (await embeddingProgress(model))).toEqual({ rules: 2, embedded: 0 })
    await resumeEmbedding()
    expect(await jobOf('embed-rules')).not.toBeNull()

    await embedRules()
    expect(fake.embedded).toEqual([
      { texts: [`${RETURNS.question}\n${RETURNS.answer}`, `${SHIPPING.question}\n${SHIPPING.answer}`], priority: 'background' },
    ])
    expect(model && (await embeddingProgress(model))).toEqual({ rules: 2, embedded: 2 })
    await embedRules()
    expect(fake.embedded).toHaveLength(1)
  })

  it('again when their text has changed, and only those', async () => {
    await embed()
    await updateRule(null, ids.shipping, 1, { answer: 'Three days.' })
    await embedRules()
    expect(texts().slice(2)).toEqual([`${SHIPPING.question}\nThree days.`])
  })

  it('not again when something else of them has changed', async () => {
    await embed()
    await updateRule(null, ids.shipping, 1, { tags: ['parcel'] })
    const model = sideModel('embedding')
    expect(model && (await embeddingProgress(model))).toEqual({ rules: 2, embedded: 1 })
    await embedRules()
    expect(texts()).toHaveLength(2)
    expect(model && (await embeddingProgress(model))).toEqual({ rules: 2, embedded: 2 })
  })

  it('all again by another model, and with other dimensions', async () => {
    await embed()
    fake.models.embedding = 'another-embedding'
    await embed()
    expect(texts()).toHaveLength(4)
    await setEnv({ EMBEDDING_DIMENSIONS: '64' })
    await embed()
    expect(texts()).toHaveLength(6)
    expect(await db().ruleEmbedding.count()).toBe(2)
  })

  it('not while they are drafts', async () => {
    await createRule(null, { question: 'Unfinished', answer: 'Later.', language: 'en', status: 'draft' })
    await embed()
    expect(texts().join()).not.toContain('Unfinished')
  })

  it('with what was done before a failure kept', async () => {
    for (let at = 0; at < 30; at++) {
      await createRule(null, { question: `Question ${at}`, answer: 'Answer.', language: 'en', status: 'published' })
    }
    fake.limit = 1
    await embed()
    expect(await db().ruleEmbedding.count()).toBe(16)
    fake.limit = Number.POSITIVE_INFINITY
    await embedRules()
    expect(new Set(texts()).size).toBe(32)
    expect(texts()).toHaveLength(32)
  })

  it('by one process at a time', async () => {
    await refreshSideModels()
    await Promise.all([embedRules(), embedRules(), embedRules()])
    expect(texts()).toHaveLength(2)
  })

  it('in part where one of them is refused', async () => {
    fake.vectorOf = (text) => (text.includes('Two days') ? [0, 0, 0] : [1, 0, 0])
    await embed()
    expect(await db().ruleEmbedding.findMany({ select: { ruleId: true } })).toEqual([{ ruleId: ids.returns }])
    const asked = fake.embedded.length
    await embedRules()
    expect(fake.embedded).toHaveLength(asked)
  })
})

describe('a search with meaning', () => {
  it('puts the rule first that means the same, and leaves the scores where the words put them', async () => {
    const plain = await ask(ASKED, false)
    const wordsGave = new Map(plain.hits.map(({ rule, score }) => [rule.id, score]))
    await embed()
    const check = async (first: string) => {
      const { hits, hasMatch } = await ask()
      expect(hits[0]?.rule.id).toBe(first)
      expect(hits.map(({ score }) => score)).toEqual(plain.hits.map(({ score }) => score))
      expect(hasMatch).toBe(plain.hasMatch)
      for (const { rule, score, parts } of hits) expect(parts.meaning).toBeCloseTo(score - (wordsGave.get(rule.id) ?? 0), 10)
    }
    await check(ids.returns)
    // The other way round, so that it is not by chance.
    forgetQuestions()
    fake.vectorOf = (text) => (/want/.test(text) ? [0, 1, 0] : [1, 0, 0])
    await check(ids.shipping)
    expect(fake.embedded.at(-1)?.priority).toBe('interactive')
  })

  it('asks no model for what is asked word for word, nor where nobody wants it to', async () => {
    await embed()
    const { verbatim } = await ask(RETURNS.question)
    expect(verbatim?.rule.id).toBe(ids.returns)
    await ask(ASKED, false)
    expect(fake.embedded).toHaveLength(1)
  })

  it.each(['hang', 'nonsense', { status: 500 }, { status: 404 }, { status: 503 }] as const)(
    'finds exactly what the words find when the model answers %j, and soon does not even ask',
    async (behaviour) => {
      await embed()
      const plain = await ask(ASKED, false)
      fake.behaviour = behaviour
      for (let at = 0; at < 5; at++) expect(await ask()).toEqual(plain)
      expect(fake.failures).toBe(3)
    },
  )

  it('finds exactly what the words find when the server is gone', async () => {
    await embed()
    const plain = await ask(ASKED, false)
    await fake.stop()
    expect(await ask()).toEqual(plain)
  })

  it('finds exactly what the words find where there is no model, and no table is touched', async () => {
    fake.models.embedding = undefined
    await embed()
    await resumeEmbedding()
    expect(await ask()).toEqual(await ask(ASKED, false))
    expect([fake.embedded.length, await db().ruleEmbedding.count()]).toEqual([0, 0])
  })

  it('hears of a vector that another process made', async () => {
    await embed()
    const order = async () => (await ask()).hits.map(({ rule }) => rule.id)
    expect(await order()).toEqual([ids.returns, ids.shipping])
    const vector = Buffer.from(new Float32Array([1, 0, 0]).buffer)
    await db().ruleEmbedding.update({ where: { ruleId: ids.shipping }, data: { vector: new Uint8Array(vector), embeddedAt: new Date() } })
    await db().ruleEmbedding.update({
      where: { ruleId: ids.returns },
      data: { vector: new Uint8Array(Buffer.from(new Float32Array([0, 1, 0]).buffer)), embeddedAt: new Date() },
    })
    await expect
      .poll(async () => {
        await publishNow({ kind: 'embeddings' })
        return order()
      })
      .toEqual([ids.shipping, ids.returns])
  })
})

describe('a model that is calibrated on the rules', () => {
  /** Shares no character with any rule; the fake knows that it means the first one. */
  const STRANGE = 'qqq www zzz'
  const NONSENSE = 'xxx yyy vvv'
  const sampled = rulesZh.slice(0, 60)
  let first: string

  /** FAKE: whatever one rule says points one way, with some noise that is the same for the same text. */
  const meansWhatItSays = (text: string) => {
    const [line = ''] = text.split('\n')
    const rule = sampled.findIndex(({ question, variants }) => text === STRANGE || [question, ...variants].includes(line))
    const vector = Array.from({ length: 64 }, (_, at) => ((hashOf(`${text}${at}`) % 1_000) / 1_000 - 0.5) * 0.6)
    if (rule >= 0) vector[rule % 64] = (vector[rule % 64] ?? 0) + 2
    return vector
  }
  const saysAnything = (text: string) => Array.from({ length: 64 }, (_, at) => (hashOf(`${at}${text}`) % 1_000) / 1_000 - 0.5)
  const find = (text: string, withMeaning: boolean | 'known' = true) => searchRules({ text, language: 'zh', limit: 5, withMeaning })

  beforeEach(async () => {
    await db().faqRule.deleteMany()
    await db().faqRule.createMany({ data: sampled.map(({ key: _, ...rule }) => ({ ...rule, status: 'published' as const })) })
    first = (await db().faqRule.findFirstOrThrow({ where: { question: sampled[0]?.question } })).id
    markRulesChanged()
  })

  it('is so once all rules are embedded, keeps what it embedded, and embeds nothing twice', async () => {
    fake.vectorOf = meansWhatItSays
    await embed()
    expect(await jobOf('calibrate-floors')).not.toBeNull()
    await calibrateFloors()
    const scale = (await getSetting('meaning_calibration'))?.zh
    expect(scale?.weight).toBeGreaterThan(0)
    expect(scale?.after).toBeGreaterThan(scale?.before ?? 2)
    const embedded = texts().length
    expect(await db().calibrationEmbedding.count()).toBeGreaterThan(60)
    markRulesChanged()
    const state = (await getFloors()).languages.find(({ language }) => language === 'zh')
    expect(state?.meaning).toEqual({ model: 'fake-embedding', weight: scale?.weight, questions: scale?.questions })
    // On the scale of the floor: of what was found, about as much lies under it as the calibration allows.
    const { loses, answered } = judgeFloor(state?.evidence ?? raise(), Math.round(100 * (state?.floor ?? 0)))
    expect(loses / answered).toBeLessThanOrEqual(0.15)
    expect(answered).toBeLessThanOrEqual(scale?.questions ?? 0)
    await calibrateFloors()
    expect(texts()).toHaveLength(embedded)
  })

  it('finds a rule above the floor in other words altogether, which goes when the model goes, and lifts no nonsense', async () => {
    fake.vectorOf = meansWhatItSays
    await embed()
    await calibrateFloors()
    markRulesChanged()
    const plain = await find(STRANGE, false)
    expect(plain.hasMatch).toBe(false)
    const { hits, hasMatch, floors } = await find(STRANGE)
    expect([hits[0]?.rule.id, hits[0]?.reachesFloor, hasMatch]).toEqual([first, true, true])
    expect(floors).toEqual(plain.floors)
    expect((await find(NONSENSE)).hasMatch).toBe(false)
    forgetQuestions()
    // Classifiers are trained meanwhile, so the words are asked anew.
    expect(await find(STRANGE, 'known')).toEqual(await find(STRANGE, false))
    await fake.stop()
    expect(await find(STRANGE)).toEqual(await find(STRANGE, false))
  })

  it('is not even asked where it says anything', async () => {
    fake.vectorOf = saysAnything
    await embed()
    await calibrateFloors()
    markRulesChanged()
    expect((await getSetting('meaning_calibration'))?.zh?.weight).toBe(0)
    const asked = fake.embedded.length
    expect(await find('我的退款什么时候能到')).toEqual(await find('我的退款什么时候能到', false))
    expect(await find(NONSENSE)).toEqual(await find(NONSENSE, false))
    expect(fake.embedded).toHaveLength(asked)
  })

  it('leaves floors and scores as they are while it is away', async () => {
    fake.vectorOf = meansWhatItSays
    await embed()
    fake.behaviour = { status: 503 }
    await calibrateFloors()
    expect(await getSetting('meaning_calibration')).toBeNull()
    expect((await currentFloors({ zh: 0, en: 0 })).zh).toBeGreaterThan(0.2)
  })
})

function raise(): never {
  throw new Error('There is no evidence.')
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 13)) >>> 0
}

describe('reranking', () => {
  beforeEach(() => {
    fake.models = { rerank: 'fake-reranker' }
  })

  it('moves the rules, leaves the scores where they were, and says what it did', async () => {
    const plain = await ask()
    const last = plain.hits.at(-1)?.rule
    fake.relevanceOf = (document) => (document.startsWith(last?.question ?? '') ? 0.9 : 0.1)
    await refreshSideModels()
    const { hits } = await ask()
    expect(hits[0]?.rule.id).toBe(last?.id)
    expect(hits.map(({ score }) => score)).toEqual(plain.hits.map(({ score }) => score))
    expect(hits[0]?.parts.rerank).toBeCloseTo((plain.hits[0]?.score ?? 0) - (plain.hits.at(-1)?.score ?? 0), 10)
    expect(fake.reranked[0]).toEqual({
      query: ASKED,
      documents: plain.hits.map(({ rule }) => `${rule.question}\n${rule.answer}`),
    })
  })

  it('is asked with what was said before and what each rule is about, and moves no other house before the one that was named', async () => {
    const add = async (entity: string, question: string, answer: string) =>
      (await createRule(null, { entity, question, answer, language: 'en', status: 'published' })).id
    const meant = await add('Lensfield Hotel', 'Are dogs allowed?', 'Small ones.')
    const cats = await add('Lensfield Hotel', 'Are cats allowed?', 'No.')
    await add('Avalon House', 'Are dogs allowed?', 'All of them.')
    markRulesChanged()
    await refreshSideModels()
    const before = [
      { text: 'Gladly. What would you like to know?', weight: 0.4 },
      { text: 'I have a room at the Lensfield Hotel', weight: 0.3 },
      { text: 'Hello, can you help me', weight: 0.25 },
    ]
    fake.relevanceOf = (document) => (document.includes('Avalon') ? 0.9 : document.includes('cats') ? 0.5 : 0.3)
    const { hits } = await searchRules({ text: 'are dogs allowed there', before, language: 'en', limit: 5, withMeaning: true })
    expect(fake.reranked.at(-1)?.query).toBe(
      'I have a room at the Lensfield Hotel\nGladly. What would you like to know?\nare dogs allowed there',
    )
    expect(fake.reranked.at(-1)?.documents).toContain('Avalon House\nAre dogs allowed?\nAll of them.')
    // Between rules of the house that was named, the model decides.
    expect(hits.slice(0, 2).map(({ rule }) => rule.id)).toEqual([cats, meant])
  })

  it.each(['hang', 'nonsense', { status: 500 }] as const)('is left out when the model answers %j', async (behaviour) => {
    await refreshSideModels()
    const plain = await ask(ASKED, false)
    fake.behaviour = behaviour
    for (let at = 0; at < 5; at++) expect(await ask()).toEqual(plain)
    expect(fake.failures).toBe(3)
  })
})

describe('which server is asked', () => {
  it('is the one named for it, by the name of its only model or the one that is set', async () => {
    const other = new FakeSideModels()
    const url = await other.start()
    try {
      await setEnv({ EMBEDDING_URL: url, EMBEDDING_MODEL: '/models/qwen3-embedding.gguf' })
      await embed()
      expect([fake.embedded.length, other.embedded.length]).toEqual([0, 1])
      expect(sideModel('embedding')).toMatchObject({ url, name: 'fake-embedding' })
      await setEnv({ EMBEDDING_MODEL: 'not-there' })
      other.models = {}
      await refreshSideModels()
      expect(sideModel('embedding')).toBeNull()
    } finally {
      await other.stop()
    }
  })
})
