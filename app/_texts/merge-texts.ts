type Texts = { [key: string]: unknown }

/** Both, branch by branch; a text that both have is the later one's. Neither is changed. */
export function mergeTexts(one: Texts, other: Texts): Texts {
  const merged: Texts = { ...one }
  for (const [key, value] of Object.entries(other)) {
    const old = merged[key]
    merged[key] = isBranch(old) && isBranch(value) ? mergeTexts(old, value) : value
  }
  return merged
}

/** The branches of a tree of messages that the names lead to, `'queue'` or `'composer.held'`, each where it is in the whole. */
export function pickTexts(tree: Texts, names: readonly string[]): Texts {
  let picked: Texts = {}
  for (const name of names) {
    const path = name.split('.')
    const branch = path.reduce<unknown>((at, key) => (isBranch(at) ? at[key] : undefined), tree)
    picked = mergeTexts(picked, path.reduceRight<unknown>((below, key) => ({ [key]: below }), branch) as Texts)
  }
  return picked
}

/** A text that was parsed when the pages were built may be a list. */
function isBranch(value: unknown): value is Texts {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
