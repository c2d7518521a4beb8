import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterAll, expect, it } from 'vitest'
import { FakeSideModels } from '../support/fake-side-models'

const folder = mkdtempSync(path.join(tmpdir(), 'eval-'))
afterAll(() => rmSync(folder, { recursive: true }))

function write(name: string, content: unknown): string {
  const file = path.join(folder, name)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

/** The command as the README has it; without npm, which only takes time. */
function evaluate(...args: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'bench/eval-retrieval.ts', ...args], { encoding: 'utf8' })
}

const set = {
  name: 'tiny',
  lang: 'en',
  source: 'a field that is none of ours',
  rules: [
    {
      id: 'refund',
      question: 'How long does a refund take?',
      variants: ['When do I get my money back?'],
      answer: 'Five days.',
      lang: 'en',
    },
    { id: 'pets', question: 'Are dogs allowed?', title: 'Pets', answer: 'Yes.', entity: null },
    { id: 'zh', question: '怎么开发票', answer: '在订单里申请。', lang: 'zh-Hant' },
  ],
  queries: [
    { id: 'q-refund', text: 'how long until my refund is here', ruleIds: ['refund'], lang: 'en' },
    { text: '發票怎麼開', ruleIds: ['zh'], lang: 'zh' },
    { text: '', ruleIds: ['pets'], lang: 'en', turns: [{ from: 'customer', text: 'can I bring my dogs, are they allowed?' }] },
    { text: 'zebra quantum xylophone', ruleIds: [], lang: 'en', oos: true },
  ],
}

it('one JSON line has just the figures that were agreed', () => {
  const { status, stdout, stderr } = evaluate('--file', write('set.json', set))
  expect(stderr).toBe('')
  expect(status).toBe(0)
  expect(stdout.trim().split('\n')).toHaveLength(1)
  const figures = JSON.parse(stdout)
  expect(Object.keys(figures)).toEqual([
    'name',
    'rules',
    'queries',
    'recallAt1',
    'recallAt3',
    'mrrAt10',
    'p50Ms',
    'p95Ms',
    'indexMs',
    'oos',
  ])
  expect(figures).toMatchObject({ name: 'tiny', rules: 3, queries: 4, recallAt1: 1, recallAt3: 1, mrrAt10: 1 })
  expect(figures.oos).toEqual({ auc: 1, acceptedAt95: 0 })
}, 60_000)

it('a query is explained by its id or its number, with the parts of each score', () => {
  const file = write('set.json', set)
  const byId = JSON.parse(evaluate('--file', file, '--explain', 'q-refund', '--top', '1').stdout)
  expect(byId.hits).toHaveLength(1)
  expect(byId.hits[0]).toMatchObject({ id: 'refund', isRight: true })
  expect(byId.hits[0].parts.words).toBeGreaterThan(0)
  const byNumber = JSON.parse(evaluate('--file', file, '--explain', '1').stdout)
  expect(byNumber.hits[0].id).toBe('zh')
}, 60_000)

it('fewer hits to show and fewer queries change what is asked for and nothing else', () => {
  const { stdout } = evaluate('--file', write('set.json', set), '--limit', '2', '--top', '1')
  expect(JSON.parse(stdout)).toMatchObject({ queries: 2, recallAt1: 1, recallAt3: 1, oos: { auc: null, acceptedAt95: null } })
}, 60_000)

it('what was learnt finds what was not found before', () => {
  const asked = { ...set, queries: [{ text: 'my fido is coming along', ruleIds: ['pets'], lang: 'en' }] }
  const file = write('learn.json', asked)
  const learned = write('learned.json', [{ text: 'is fido coming along ok', ruleId: 'pets' }])
  expect(JSON.parse(evaluate('--file', file).stdout).recallAt1).toBe(0)
  expect(JSON.parse(evaluate('--file', file, '--learn', learned).stdout).recallAt1).toBe(1)
}, 60_000)

it('where nobody names a language, it is told from the words', () => {
  const bare = (one: object) => ({ ...one, lang: undefined })
  const file = { name: 'bare', rules: set.rules.map(bare), queries: set.queries.map(bare) }
  const { status, stdout, stderr } = evaluate('--file', write('lang.json', file))
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(JSON.parse(stdout)).toMatchObject({ rules: 3, queries: 4, recallAt1: 1, oos: { auc: 1 } })
}, 60_000)

it('odd data that has the format is no reason to fail', () => {
  const file = {
    name: '__proto__',
    lang: 'yue-Hant',
    rules: [
      { id: 0, question: '點樣退貨', variants: [], answer: '' },
      { id: 'constructor', question: '', variants: null, title: null, answer: null, entity: '' },
      { id: '__proto__', question: 'toString', answer: 'x', lang: 'EN-us', entity: '__proto__' },
    ],
    queries: [
      { id: 0, text: '退貨點樣', ruleIds: [0] },
      { text: '', ruleIds: ['constructor', 'of another file'] },
      { text: ' \u0000？', ruleIds: [], oos: true, turns: [] },
      {
        ruleIds: [0],
        turns: [
          { from: 'customer', text: '退貨' },
          { from: 'agent', text: '請稍等' },
        ],
      },
      { text: 'x', ruleIds: [], turns: [{ from: 'system', text: '' }] },
      { text: '啊'.repeat(100_000), ruleIds: [], oos: null },
    ],
  }
  const { status, stdout, stderr } = evaluate('--file', write('odd.json', `\uFEFF${JSON.stringify(file)}`))
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(/^1 queries name a rule .*of another file/) })
  expect(stdout.trim().split('\n')).toHaveLength(1)
  expect(JSON.parse(stdout)).toMatchObject({ name: '__proto__', rules: 3, queries: 6, recallAt1: expect.closeTo(2 / 3, 3) })
}, 60_000)

it.each([
  ['no file is named', [], /--file/],
  ['an option is unknown', ['--file', 'x', '--bogus', '1'], /--bogus/],
  ['the file is missing', ['--file', path.join(folder, 'none.json')], /none\.json could not be read/],
  ['the file is no JSON', ['--file', write('bad.json', '{"name":')], /bad\.json could not be read/],
  ['a field is missing', ['--file', write('field.json', { ...set, rules: [{ id: 'a', lang: 'en' }] })], /rules\.0\.question/],
  [
    'a field is wrong',
    ['--file', write('wrong.json', { ...set, queries: [{ text: 'x', ruleIds: 'a', lang: 'en' }] })],
    /queries\.0\.ruleIds/,
  ],
  [
    'an id is there twice',
    ['--file', write('twice.json', { ...set, rules: [set.rules[0], set.rules[0]] })],
    /rules\.1\.id: there are two rules refund/,
  ],
  ['a count is none', ['--file', write('set.json', set), '--limit', 'x'], /--limit/],
  ['a query is unknown', ['--file', write('set.json', set), '--explain', '99'], /no query 99/],
  ['learned phrasings are no list', ['--file', write('set.json', set), '--learn', write('learn-bad.json', {})], /learn-bad\.json/],
])(
  'it says so in one line and exits with 1 where %s',
  (_, args, message) => {
    const { status, stdout, stderr } = evaluate(...args)
    expect(status).toBe(1)
    expect(stdout).toBe('')
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).toMatch(message)
  },
  60_000,
)

it('runs where no database client was generated: nothing it loads is generated', async () => {
  const { metafile } = await build({
    entryPoints: ['bench/eval-retrieval.ts'],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  })
  const loaded = Object.keys(metafile.inputs)
  expect(loaded).toContain('lib/retrieval/rule-index.ts')
  expect(loaded.filter((file) => file.startsWith('prisma/'))).toEqual([])
})

it('asks a server of embeddings that is named, and says what it came to', async () => {
  const fake = new FakeSideModels()
  const url = await fake.start()
  try {
    const topics = ['refund', 'parcel', 'colour', 'warranty', 'invoice', 'coupon']
    const rules = topics.flatMap((topic) =>
      ['when', 'how', 'why', 'who'].map((word) => ({
        id: `${topic}-${word}`,
        question: `${word} ${topic}`,
        variants: ['x', 'y', 'z'].map((letter) => `${letter}${word}${letter} ${topic}`),
        answer: `${topic} ${word}.`,
      })),
    )
    const all = rules.map(({ id }) => id)
    // FAKE: it knows which rule each text is about, and that "mmm" is about the first.
    fake.vectorOf = (text) => {
      const at =
        text === 'mmm' ? 0 : rules.findIndex(({ question, variants }) => [question, ...variants].includes(text.split('\n')[0] ?? ''))
      return all.map((_, place) => (place === at ? 1 : 0.05))
    }
    const file = write('meant.json', { name: 'meant', lang: 'en', rules, queries: [{ text: 'mmm', ruleIds: [all[0]], lang: 'en' }] })
    const run = (...args: string[]) =>
      promisify(execFile)(process.execPath, ['--import', 'tsx', 'bench/eval-retrieval.ts', '--file', file, ...args])
    const plain = JSON.parse((await run()).stdout)
    const { stdout, stderr } = await run('--embedding-url', url)
    expect([plain.recallAt1, JSON.parse(stdout).recallAt1]).toEqual([0, 1])
    expect(stderr).toMatch(/fake-embedding: en: weight (?!0,)/)
  } finally {
    await fake.stop()
  }
})

it('asks a server that reranks and is named, with the conversation and what each rule is about, and ranks as a draft does', async () => {
  const fake = new FakeSideModels()
  const url = await fake.start()
  try {
    fake.models = { embedding: 'fake-embedding', rerank: 'fake-reranker' }
    fake.relevanceOf = (document) => (document.includes('Avalon') ? 0.9 : document.includes('cats') ? 0.5 : 0.1)
    const house = (entity: string) =>
      ['dogs', 'cats'].map((animal) => ({
        id: `${entity}-${animal}`,
        entity,
        question: `Are ${animal} allowed?`,
        answer: `${animal}: no.`,
      }))
    const turns = [
      { from: 'customer', text: 'I have a room at the Lensfield Hotel' },
      { from: 'agent', text: 'What would you like to know?' },
      { from: 'customer', text: 'are dogs allowed there' },
    ]
    const file = write('ranked.json', {
      name: 'ranked',
      lang: 'en',
      rules: [...house('Lensfield Hotel'), ...house('Avalon House')],
      queries: [{ id: 'q', text: 'are dogs allowed there', ruleIds: ['Lensfield Hotel-cats'], lang: 'en', turns }],
    })
    const run = async (...args: string[]) => {
      const command = ['--import', 'tsx', 'bench/eval-retrieval.ts', '--file', file, ...args]
      return promisify(execFile)(process.execPath, command)
    }
    const plain = JSON.parse((await run()).stdout)
    const { stdout, stderr } = await run('--rerank-url', url)
    // The model prefers the other house: within the one that was named it decides.
    expect([plain.recallAt1, JSON.parse(stdout).recallAt1]).toEqual([0, 1])
    expect(stderr).toBe('fake-reranker: reranked the hits of 1 of 1 queries\n')
    expect(fake.reranked[0]?.query).toBe('I have a room at the Lensfield Hotel\nWhat would you like to know?\nare dogs allowed there')
    expect(fake.reranked[0]?.documents).toContain('Avalon House\nAre dogs allowed?\ndogs: no.')
    const { hits } = JSON.parse((await run('--rerank-url', url, '--explain', 'q', '--top', '1')).stdout)
    expect(hits).toMatchObject([{ id: 'Lensfield Hotel-cats', parts: { rerank: expect.any(Number) } }])
  } finally {
    await fake.stop()
  }
}, 60_000)
