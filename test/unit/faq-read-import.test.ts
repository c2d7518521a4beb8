import { describe, expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { defuseCell, plainCell } from '@/lib/faq/defuse-cell'
import { decodeText } from '@/lib/faq/read-import/decode-text'
import { mapColumns } from '@/lib/faq/read-import/map-columns'
import { readMoment } from '@/lib/faq/read-import/read-moment'
import { readRuleRow } from '@/lib/faq/read-import/read-rule-row'
import { readTable } from '@/lib/faq/read-import/read-table'
import { joinList, splitList } from '@/lib/faq/read-import/split-list'
import { writeXlsx } from '@/lib/faq/write-xlsx'
import { rulesZh } from '@/prisma/sample-shop/rules-zh'

/** Two-byte GB18030, by asking the decoder for all of it. */
const GB = new Map<string, number[]>()
for (let first = 0x81; first <= 0xfe; first++) {
  for (let second = 0x40; second <= 0xfe; second++) {
    if (second !== 0x7f) GB.set(new TextDecoder('gb18030').decode(Uint8Array.of(first, second)), [first, second])
  }
}
const toGb18030 = (text: string) => Buffer.from([...text].flatMap((character) => GB.get(character) ?? [...utf8(character)]))

const utf8 = (text: string) => Buffer.from(text)
const reasonOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'read',
    (error: { details?: { reason?: string } }) => error.details?.reason,
  )

describe('a file of text', () => {
  // 问题,答案 / 怎么退货,七天内可以退 in GB18030.
  const gb = Buffer.from([
    0xce, 0xca, 0xcc, 0xe2, 0x2c, 0xb4, 0xf0, 0xb0, 0xb8, 0x0a, 0xd4, 0xf5, 0xc3, 0xb4, 0xcd, 0xcb, 0xbb, 0xf5, 0x2c, 0xc6, 0xdf, 0xcc,
    0xec, 0xc4, 0xda, 0xbf, 0xc9, 0xd2, 0xd4, 0xcd, 0xcb,
  ])
  const text = '问题,答案\n怎么退货,七天内可以退'
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
  it.each([
    ['UTF-8', utf8(text), 'utf-8'],
    ['UTF-8 with a byte order mark', utf8(`\uFEFF${text}`), 'utf-8'],
    ['GB18030', gb, 'gb18030'],
    ['UTF-16, as Excel saves Unicode text', utf16, 'utf-16'],
    ['UTF-16 with the greater byte first', Buffer.from(utf16).swap16(), 'utf-16'],
  ])('in %s is read as what it says', async (_, bytes, encoding) => {
    expect(await readTable(bytes, 'rules.csv')).toEqual({
      format: 'csv',
      encoding,
      columns: ['问题', '答案'],
      rows: [{ number: 2, cells: ['怎么退货', '七天内可以退'] }],
    })
  })

  it('in no known encoding is refused', async () => {
    expect(await reasonOf(readTable(Buffer.from([0x61, 0xff, 0xff, 0x00]), 'a.csv'))).toBe('encoding')
  })
})

describe('a file of UTF-8 that is damaged', () => {
  const whole = utf8('问题,答案\n怎么退货,七天内可以退，运费由我们承担。\n')
  const broken = Buffer.from(whole).fill(0xff, 20, 21)
  it.each([
    ['by one byte', broken],
    ['by being cut off', whole.subarray(0, whole.length - 2)],
    ['after a byte order mark', Buffer.concat([utf8('\uFEFFquestion,answer\na,'), Buffer.from([0xce, 0xca])])],
  ])('%s is refused, and never read as other characters', async (_, bytes) => {
    expect(await reasonOf(readTable(bytes, 'rules.csv'))).toBe('damaged')
  })

  it('is not taken for one that is GB18030, however short', () => {
    const texts = rulesZh.flatMap(({ question, answer, variants = [] }) => [question, answer, ...variants])
    expect(texts.filter((text) => decodeText(toGb18030(text)).text !== text)).toEqual([])
  })
})

describe('CSV', () => {
  const read = (text: string) => readTable(utf8(text), 'text/csv')

  it('keeps quotes, separators and line breaks inside cells, and counts rows as a sheet does', async () => {
    const { rows } = await read('question,answer\r\n"a ""quoted"" one","first, line\r\nsecond"\r\n\r\nb,c\r\n')
    expect(rows).toEqual([
      { number: 2, cells: ['a "quoted" one', 'first, line\nsecond'] },
      { number: 4, cells: ['b', 'c'] },
    ])
  })

  it.each([
    ['semicolons', 'question;answer\na;b'],
    ['tabs', 'question\tanswer\na\tb'],
    ['semicolons, in a small file that ends with a line end', 'question;answer\na;b\n'],
    ['tabs, with commas in a cell', 'question\tanswer\na\tb\n'],
    ['bars', 'question|answer\na|b\n'],
    ['names in quotes', '"question","answer"\na,b\n'],
    ['blank lines above', '\n,\nquestion,answer\na,b'],
  ])('may have %s', async (_, text) => {
    expect(await read(text)).toMatchObject({ columns: ['question', 'answer'], rows: [{ cells: ['a', 'b'] }] })
  })

  it('of one column is not parted where a cell holds a bar', async () => {
    expect(await read('question\na|b\n')).toMatchObject({ columns: ['question'], rows: [{ cells: ['a|b'] }] })
    expect(await read('question,variants\na,b|c;d\n')).toMatchObject({ rows: [{ cells: ['a', 'b|c;d'] }] })
  })

  it('finds the names of the columns below a title, and counts rows from the top all the same', async () => {
    const table = { columns: ['Question', 'Answer'], rows: [{ number: 5, cells: ['a', 'b'] }] }
    expect(await read('FAQ of the shop,,\n,,\nas of May,,\nQuestion,Answer,\na,b,')).toMatchObject(table)
    expect(await read('FAQ of the shop\n\nas of May\nQuestion;Answer\na;b')).toMatchObject(table)
    // A name is no title, and neither is what stands above one column.
    expect(await read('answer\na,b')).toMatchObject({ columns: ['answer'], rows: [{ problem: { kind: 'cells' } }] })
    expect(await read('FAQ of the shop\na\nb')).toMatchObject({ columns: ['FAQ of the shop'], rows: [{ cells: ['a'] }, { cells: ['b'] }] })
  })

  it('says which row has a quote that never ends, or more cells than there are columns', async () => {
    expect((await read('question,answer\na,b\nc,"d')).rows).toMatchObject([{ number: 2 }, { number: 3, problem: { kind: 'quotes' } }])
    expect((await read('question,answer\na,b,c\nd,e,')).rows).toMatchObject([{ problem: { kind: 'cells' } }, { cells: ['d', 'e'] }])
    expect((await read('question,answer\na')).rows).toEqual([{ number: 2, cells: ['a', ''] }])
  })

  it.each([
    ['50,001 rows', `question\n${'a\n'.repeat(50_001)}`, 'too_many_rows'],
    ['101 columns', `${'a,'.repeat(100)}a\nb`, 'too_many_columns'],
    ['nothing', '', 'empty'],
    ['names only', 'question,answer\n\n', 'empty'],
    ['nothing but other line ends', '\u2028'.repeat(1_000_000), 'empty'],
    ['a million line ends', `question\n${'\n'.repeat(1_000_000)}`, 'too_many_rows'],
  ])('with %s is refused', async (_, text, reason) => {
    expect(await reasonOf(read(text))).toBe(reason)
  })

  it('with 50,000 rows is read', async () => {
    expect((await read(`question\n${'a\n'.repeat(50_000)}`)).rows).toHaveLength(50_000)
  })
})

describe('JSON', () => {
  const read = (text: string, hint = '') => readTable(utf8(text), hint)

  it.each([
    ['a list', '[{"question":"a"},{"answer":"b"}]', 'json'],
    ['items', ' {"items": [{"question":"a"},{"answer":"b"}]}', 'json'],
    ['lines', '{"question":"a"}\n\n{"answer":"b"}\n', 'ndjson'],
  ])('as %s has a column for every key, and a cell that is not said is not empty', async (_, text, format) => {
    const table = await read(text)
    expect(table).toMatchObject({ format, columns: ['question', 'answer'] })
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ['a', undefined],
      [undefined, 'b'],
    ])
  })

  it('numbers lines as the file does, and says which is broken', async () => {
    const { rows } = await read('{"question":"a"}\n\n{broken\n7', 'rules.ndjson')
    expect(rows).toMatchObject([{ number: 1 }, { number: 3, problem: { kind: 'json' } }, { number: 4, problem: { kind: 'json' } }])
  })

  it.each([
    ['a list that breaks off', '[{"question":"a"},', 'broken_json'],
    ['no JSON at all', 'question,answer', 'broken_json'],
    ['an empty list', '[]', 'empty'],
    ['50,001 items', `[${'{},'.repeat(50_000)}{}]`, 'too_many_rows'],
  ])('%s is refused', async (_, text, reason) => {
    expect(await reasonOf(read(text, 'application/json'))).toBe(reason)
  })

  it('takes keys of objects for nothing but words', async () => {
    const { columns, rows } = await read('[{"__proto__":{"question":"x"},"constructor":"y"}]')
    expect(columns).toEqual(['__proto__', 'constructor'])
    expect(rows[0]?.cells).toEqual([{ question: 'x' }, 'y'])
  })
})

describe('a workbook', () => {
  it('gives texts, numbers and dates, and the line breaks at the end of a cell', async () => {
    const file = await writeExcelFile([
      [{ value: '问题' }, { value: '相似问法' }, { value: '生效' }],
      [{ value: 95588 }, { value: 'a|b\n' }, { value: new Date('2026-11-20T08:00:00Z'), type: Date, format: 'yyyy-mm-dd hh:mm' }],
      [null, null, null],
      [{ value: 'x' }, null, null],
    ]).toBuffer()
    const { columns, rows } = await readTable(file, 'x.xlsx')
    expect(columns).toEqual(['问题', '相似问法', '生效'])
    expect(rows).toEqual([
      { number: 2, cells: [95588, 'a|b\n', expect.any(Date)] },
      { number: 4, cells: ['x', '', ''] },
    ])
  })

  it('of an old Excel, or one that is none, is refused', async () => {
    expect(await reasonOf(readTable(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'a.xls'))).toBe('old_excel')
    expect(await reasonOf(readTable(Buffer.from('PK\u0003\u0004 nothing else'), 'a.xlsx'))).toBe('broken_xlsx')
    const whole = await writeXlsx([['question'], ['a']])
    expect(await reasonOf(readTable(whole.subarray(0, whole.length - 30), 'a.xlsx'))).toBe('broken_xlsx')
  })
})

describe('what the columns are', () => {
  it.each([
    [['问题（必填）', '相似问法', '答案', '分类', '标签', '语言', '状态', '生效', '失效', '编号']],
    [['Question', 'Variants', 'ANSWER', ' category ', 'tags', 'language', 'status', 'valid_from', 'valid until', 'External ID']],
  ])('is told by their names: %s', (columns) => {
    expect(mapColumns(columns)).toEqual([
      'question',
      'variants',
      'answer',
      'category',
      'tags',
      'language',
      'status',
      'validFrom',
      'validUntil',
      'externalId',
    ])
  })

  it.each([
    [
      ['Q.', 'Customer Question', 'Our standard reply', 'Dept', 'Lang.'],
      [null, 'question', 'answer', 'category', 'language'],
    ],
    [
      ['No.', 'Frequently asked questions', 'Replies (EN)'],
      ['externalId', 'question', 'answer'],
    ],
    [
      ['客户问题', '其他问法', '标准回复内容', '所属部门'],
      ['question', 'variants', 'answer', null],
    ],
    [
      ['Q', 'A'],
      ['question', 'answer'],
    ],
    // The very name goes before one that says it in passing; and these say something else.
    [
      ['Customer question', 'Question', 'Question ID', 'Response time', '回复时间', '问题分类'],
      [null, 'question', null, null, null, null],
    ],
  ])('is told by what longer names are about: %s', (columns, fields) => {
    expect(mapColumns(columns)).toEqual(fields)
  })

  it('is not guessed, and no field is there twice', () => {
    expect(mapColumns(['Question', '问题', 'Remarks', '', `question${'('.repeat(1_000_000)}`])).toEqual([
      'question',
      null,
      null,
      null,
      null,
    ])
  })
})

describe('a list in a cell', () => {
  it.each([[['a', 'b']], [['a|b']], [['a；b', 'c']], [['能退吗，亲', 'x;y']], [[]], [['one, two']]])(
    'is read back as it was: %j',
    (items) => {
      for (const field of ['variants', 'tags'] as const) expect(splitList(joinList(items, field), field)).toEqual(items)
    },
  )

  it.each([
    ['a\r\nb\n', ['a', 'b']],
    ['a|b ；c', ['a', 'b', 'c']],
    ['a，b', ['a，b']],
  ])('of variants %j is %j', (text, items) => {
    expect(splitList(text, 'variants')).toEqual(items)
  })
})

describe('a cell that a spreadsheet would run', () => {
  it.each(['=1+1', '+86 10', '-5%', '@cmd', '\tx', "'=x", "''-x"])('%j is made text, and is read back as it was', (text) => {
    expect(defuseCell(text)).toBe(`'${text}`)
    expect(plainCell(defuseCell(text))).toBe(text)
  })

  it.each(['', "it's", "'quoted'", 'a=b', '１'])('%j is left alone', (text) => {
    expect(defuseCell(text)).toBe(text)
    expect(plainCell(text)).toBe(text)
  })
})

describe('a date in a cell', () => {
  it.each([
    ['2026-11-20', '2026-11-19T16:00:00.000Z'],
    ['2026/1/5 8:05', '2026-01-05T00:05:00.000Z'],
    ['2026年11月20日 23:59:30', '2026-11-20T15:59:30.000Z'],
    ['2026-11-20T08:00:00Z', '2026-11-20T08:00:00.000Z'],
    ['2026-11-20T08:00+08:00', '2026-11-20T00:00:00.000Z'],
    [new Date('2026-11-20T09:29:59.999Z'), '2026-11-20T01:30:00.000Z'],
  ])('%s is read by the clock of its reader', (cell, iso) => {
    expect(readMoment(cell, 'Asia/Shanghai')?.toISOString()).toBe(iso)
  })

  it.each([
    ['2026-12-31', '2026-12-31T16:00:00.000Z'],
    ['2026年2月28日', '2026-02-28T16:00:00.000Z'],
    [new Date('2026-12-31T00:00:00Z'), '2026-12-31T16:00:00.000Z'],
    // An hour is taken at its word, also midnight.
    ['2026-12-31 00:00', '2026-12-30T16:00:00.000Z'],
    ['2026-12-31 18:00', '2026-12-31T10:00:00.000Z'],
    ['2026-12-31T16:00:00.000Z', '2026-12-31T16:00:00.000Z'],
    [new Date('2026-12-31T18:00:00Z'), '2026-12-31T10:00:00.000Z'],
  ])('%s as an end is that of the day, unless it says an hour', (cell, iso) => {
    expect(readMoment(cell, 'Asia/Shanghai', { isEnd: true })?.toISOString()).toBe(iso)
  })

  it.each(['9999-12-31', '9999-12-31T23:59:59-14:00'])('%s as an end, which is how many say never, does not leave the calendar', (cell) => {
    expect(readMoment(cell, 'UTC', { isEnd: true })?.toISOString()).toMatch(/^9999-12-31T23:59:59/)
  })

  it('ends with its day also where the clock changes on it', () => {
    expect(readMoment('2026-10-25', 'Europe/Berlin', { isEnd: true })?.toISOString()).toBe('2026-10-25T23:00:00.000Z')
    expect(readMoment('2026-03-29', 'Europe/Berlin', { isEnd: true })?.toISOString()).toBe('2026-03-29T22:00:00.000Z')
  })

  it('knows the days on which clocks change', () => {
    const at = (text: string) => readMoment(text, 'Europe/Berlin')?.toISOString()
    expect(at('2026-03-29 01:30')).toBe('2026-03-29T00:30:00.000Z')
    expect(at('2026-03-29 03:30')).toBe('2026-03-29T01:30:00.000Z')
    expect(at('2026-10-25 12:00')).toBe('2026-10-25T11:00:00.000Z')
  })

  it.each([
    '11/20/2026',
    '20.11.2026',
    '2026-02-30',
    '2026-13-01',
    '2026-11-20 25:00',
    'soon',
    45_981,
    '0000-01-01',
    '0026-11-20',
    '0001-01-01T00:00:00+14:00',
  ])('%s is none', (cell) => {
    expect(readMoment(cell, 'UTC')).toBeUndefined()
  })

  it('may be empty', () => {
    expect(readMoment('', 'UTC')).toBeNull()
    expect(readMoment(null, 'UTC')).toBeNull()
  })
})

describe('a row', () => {
  it('says what it says, in words of both languages', () => {
    const cells = ['A-1', '怎么退货', '退货|想退', '七天', '售后', '退货，运费', '中文', '已发布', '', '2026-12-01']
    const mapping = mapColumns(['编号', '问题', '相似问法', '答案', '分类', '标签', '语言', '状态', '生效', '失效'])
    expect(readRuleRow({ number: 2, cells }, mapping, 'UTC')).toEqual({
      number: 2,
      externalId: 'A-1',
      given: {
        question: '怎么退货',
        variants: ['退货', '想退'],
        answer: '七天',
        category: '售后',
        tags: ['退货', '运费'],
        language: 'zh',
        status: 'published',
        validFrom: null,
        // To the end of that day.
        validUntil: new Date('2026-12-02T00:00:00Z'),
      },
      problems: [],
    })
  })

  it('names every cell that cannot be what its column is', () => {
    const cells = ['x'.repeat(201), { a: 1 }, [1, { b: 2 }], 'klingon', 'perhaps', 'soon']
    const mapping = mapColumns(['id', 'question', 'variants', 'language', 'status', 'validFrom'])
    expect(readRuleRow({ number: 2, cells }, mapping, 'UTC').problems).toEqual([
      { field: 'externalId', kind: 'too_long' },
      { field: 'question', kind: 'invalid' },
      { field: 'variants', kind: 'invalid' },
      { field: 'language', kind: 'language' },
      { field: 'status', kind: 'status' },
      { field: 'validFrom', kind: 'date' },
    ])
  })
})
