import type { ImportField } from '@/lib/faq/read-import/schema'
import type { Language, RuleStatus } from '@/prisma/generated/enums'

// What people call the columns and their values. The first of each is what an export writes.

type Names = Record<Language, string[]>

export const FIELD_NAMES: Record<ImportField, Names> = {
  externalId: { zh: ['编号', '规则编号', '外部编号', '序号', '知识编号'], en: ['externalId', 'id', 'rule id', 'key', 'code', 'no'] },
  question: { zh: ['问题', '标准问题', '标准问', '标题', '问'], en: ['question', 'title', 'standard question', 'q'] },
  variants: {
    zh: ['其他问法', '相似问法', '相似问题', '相似问', '扩展问', '扩展问法', '问法'],
    en: ['variants', 'variations', 'similar questions', 'other ways to ask', 'alternative questions', 'phrasings', 'utterances'],
  },
  answer: { zh: ['答案', '回答', '回复', '标准答案', '内容', '答'], en: ['answer', 'reply', 'response', 'body', 'content', 'a'] },
  category: { zh: ['分类', '类别', '类目', '目录', '部门'], en: ['category', 'topic', 'section', 'folder', 'department', 'dept'] },
  tags: { zh: ['标签', '关键词'], en: ['tags', 'tag', 'labels', 'keywords'] },
  entity: {
    zh: ['所指对象', '对象', '适用对象', '产品', '门店', '酒店'],
    en: ['entity', 'about', 'applies to', 'product', 'store', 'hotel'],
  },
  language: { zh: ['语言', '语种'], en: ['language', 'lang', 'locale'] },
  status: { zh: ['状态', '发布状态'], en: ['status', 'state'] },
  validFrom: { zh: ['生效', '生效时间', '生效日期', '开始时间'], en: ['validFrom', 'valid since', 'start', 'starts at', 'start date'] },
  validUntil: {
    zh: ['失效', '失效时间', '失效日期', '过期时间', '结束时间'],
    en: ['validUntil', 'valid to', 'expires', 'expires at', 'end', 'end date'],
  },
  twin: { zh: ['对应规则', '对应编号', '另一语言编号'], en: ['twin', 'twin id', 'translation', 'counterpart'] },
}

export const STATUS_NAMES: Record<RuleStatus, Names> = {
  draft: { zh: ['草稿', '未发布', '待发布'], en: ['draft', 'unpublished'] },
  published: { zh: ['已发布', '发布', '启用', '已启用', '生效', '生效中'], en: ['published', 'active', 'live', 'enabled'] },
  archived: { zh: ['已归档', '归档', '停用', '已停用', '下线', '已下线'], en: ['archived', 'inactive', 'disabled', 'retired'] },
}

export const LANGUAGE_NAMES: Record<Language, Names> = {
  zh: {
    zh: ['中文', '汉语', '简体中文', '繁体中文', '普通话'],
    en: ['zh', 'chinese', 'zh-cn', 'zh-hans', 'zh-tw', 'zh-hant', 'zh-hk', 'cn'],
  },
  en: { zh: ['英文', '英语'], en: ['en', 'english', 'en-us', 'en-gb'] },
}

/** No name is nearly as long, with all that people write about it. */
const MAX_NAME = 200

/** The key whose names hold this word, however it is written; null when none does. */
export function findName<Key extends string>(names: Record<Key, Names>, word: string): Key | null {
  const wanted = word.length > MAX_NAME ? '' : fold(word)
  if (wanted === '') return null
  for (const key of Object.keys(names) as Key[]) {
    if (fold(key) === wanted || [...names[key].zh, ...names[key].en].some((name) => fold(name) === wanted)) return key
  }
  return null
}

/** Names that end in one of these are of that column, where none has its very name: `Customer question`, `标准回复内容`. */
const HEADS = [
  { field: 'question', head: /(?:\bquestions?|问题|问句|提问)(?:\s*(?:text|内容|描述))?$/ },
  { field: 'answer', head: /(?:\b(?:answers?|repl(?:y|ies)|responses?)|答案|回答|回复|答复)(?:\s*(?:text|内容|话术))?$/ },
] as const

/** The column that a longer name speaks of; of `Question ID` and `Response time` it is another thing that is named. */
export function findHead(word: string): ImportField | null {
  const name = word.length > MAX_NAME ? '' : plain(word).replace(/[^\p{L}\p{N}]+$/u, '')
  return HEADS.find(({ head }) => head.test(name))?.field ?? null
}

/** `问题（必填）`, ` Valid_From* ` and `valid from` are what they seem to be. */
function fold(word: string): string {
  return plain(word).replace(/[^\p{L}\p{N}]+/gu, '')
}

function plain(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)|\[.*?\]|【.*?】/g, '')
}
