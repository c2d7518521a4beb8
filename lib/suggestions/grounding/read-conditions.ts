import { textTerms } from '@/lib/suggestions/grounding/text-terms'

/** What has to be so for the rest of a sentence to hold: "if the seal is broken", 「如果包装已经拆开」. */
export type Condition = {
  /** As it stands in the sentence. */
  text: string
  /** Without "not": whether it is so is compared by itself, see readStates. */
  terms: ReadonlySet<string>
}

// "once per order" and "after that" open no clause; what "if you need help" opens is courtesy and left out before.
const ENGLISH_CONDITION =
  /\b(?:if|unless|when(?:ever)?|once(?! (?:per|an?|each|every|more|again)\b)|after(?! (?:that|which)\b)|before(?! (?:that|which)\b)|as (?:soon|long) as|in case|provided(?: that)?)\s+([^,;:.!?，。；：]{3,160})/gi
const HAN_CONDITION =
  /(?:如果|如若|倘若|假如|假若|要是|若是?|如(?![下何图期实意此同]|有(?:其他|任何|疑问|问题))|一旦|只要|凡是?)([^，,；;。！!？?：:]{2,60})|(?<=^|[，,；;：:])([^，,；;。！!？?：:]{3,60}?)(?:的话|之后|以后|后|之前|以前|前|时|的)(?=[，,])/g
const NOT = /\b(?:not|never|yet|already|have|has|had)\b|\w+n['’]t\b|还没有?|尚未|没有?|未|不|已经?/gi

/** The conditions of a sentence, without those that say nothing of their own ("if so", 「如需」). Linear in its length. */
export function readConditions(sentence: string): Condition[] {
  return [...sentence.matchAll(ENGLISH_CONDITION), ...sentence.matchAll(HAN_CONDITION)]
    .map((match) => ({ text: match[0].trim(), terms: textTerms((match[1] ?? match[2] ?? '').replace(NOT, ' ')) }))
    .filter(({ terms }) => terms.size > 1)
}
