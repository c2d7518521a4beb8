/** What a JSON pointer (`#/$defs/name`) leads to in a schema; undefined when it leads nowhere. */
export function resolvePointer(root: unknown, pointer: string): unknown {
  if (pointer === '#') return root
  if (!pointer.startsWith('#/')) return undefined
  let now = root
  for (const part of pointer.slice(2).split('/')) {
    const key = decode(part).replaceAll('~1', '/').replaceAll('~0', '~')
    now = typeof now === 'object' && now !== null && Object.hasOwn(now, key) ? (now as Record<string, unknown>)[key] : undefined
  }
  return now
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part // a stray % is no escape
  }
}
