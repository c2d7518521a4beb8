import { stemmer } from 'stemmer'

// Words that any sentence has. In a small knowledge base they are as rare as the words that matter, so their rarity says nothing.
const ENGLISH = `i a an the my me we our us you your he she it its they them to is am are was were be been being do does did have has had
  will would should could can may might of in on for with at by from as and or but if so that this these there here then than just please
  hi hello hey thank thanks any some very really also too get got
  want need know like make made go going gone come came see tell let help one thing things something anything nothing everything still now
  about into out up over more other another much again already anyone else same both ever even only well good great sure ok okay yes
  who which what because while since until put take took give gave try tried trying say says said think use used using`
const CHINESE = `的 了 呢 吗 啊 呀 吧 嘛 哦 哈 啦 么 着 过 得 地 我 你 您 他 她 它 们 我们 你们 他们 这 那 这个 那个 是 在 有 就 也 都 还 和 跟 与
  又 很 把 被 给 对 个 一 一个 一下 下 请 问 请问 想 要 想要 我想 我要 你好 您好 好 谢 谢谢 去 来 说 现 现在 已 已经 但 但是 所 所以 因 因为 然后
  亲 我的 怎 怎么 么办 办 什 什么 可 可以 以 能 会 到 里 上 自己 这样 那样 还是 或者 如果 为 知道 不知 觉得 应该 需要 需 帮 帮我`

const COMMON = new Set([...ENGLISH.split(/\s+/).map((word) => stemmer(word)), ...CHINESE.split(/\s+/)])

/** Whether a term of the index (a stem, a Han character or pair) says little about what is asked. */
export function isCommonWord(term: string): boolean {
  return COMMON.has(term)
}
