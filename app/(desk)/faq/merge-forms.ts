import { type RuleForm, splitLines, splitTags } from './rule-form'

type Field = keyof RuleForm

/** Three states of one rule: as both began from it, as somebody else saved it, as it stands in the form. */
export type Versions = { base: RuleForm; theirs: RuleForm; mine: RuleForm }

/** Fields that both changed, and not to the same. */
export function clashingFields({ base, theirs, mine }: Versions): Field[] {
  return (Object.keys(mine) as Field[]).filter(
    (field) => mine[field] !== base[field] && theirs[field] !== base[field] && mine[field] !== theirs[field] && !isList(field),
  )
}

/**
 * My changes on top of theirs: a field that I left alone is theirs, one that I changed is mine, and of lists both what they added or took
 * out and what I did counts.
 */
export function mergeForms({ base, theirs, mine }: Versions): RuleForm {
  const merged = { ...theirs }
  const take = <Name extends Field>(field: Name, value: RuleForm[Name]) => {
    merged[field] = value
  }
  for (const field of Object.keys(mine) as Field[]) {
    if (mine[field] === base[field]) continue
    if (theirs[field] === base[field]) take(field, mine[field])
    else if (field === 'variants') take(field, mergeLists(splitLines, { base, theirs, mine }, field).join('\n'))
    else if (field === 'tags') take(field, mergeLists(splitTags, { base, theirs, mine }, field).join(mine.language === 'zh' ? '，' : ', '))
    else take(field, mine[field])
  }
  return merged
}

function isList(field: Field): field is 'variants' | 'tags' {
  return field === 'variants' || field === 'tags'
}

function mergeLists(read: (text: string) => string[], versions: Versions, field: 'variants' | 'tags'): string[] {
  const [base, theirs, mine] = [versions.base, versions.theirs, versions.mine].map((form) => read(form[field])) as [
    string[],
    string[],
    string[],
  ]
  const kept = mine.filter((item) => theirs.includes(item) || !base.includes(item))
  return [...kept, ...theirs.filter((item) => !base.includes(item) && !kept.includes(item))]
}
