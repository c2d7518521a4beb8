const HOME = '/tickets'
/** Stands for our own address, whatever that is; `.invalid` can never be somebody else's. */
const HERE = 'http://here.invalid'

/**
 * Where to go after signing in: a path of our own, or the queue. Whatever a browser could take for another site
 * (`//evil`, `/\evil`, `https:…`, with line breaks in between) is not a path of our own.
 */
export function safeNext(next: unknown): string {
  if (typeof next !== 'string' || next.length > 2_000 || !/^\/(?![/\\])/.test(next) || !URL.canParse(next, HERE)) return HOME
  const { origin, pathname, search, hash } = new URL(next, HERE)
  // The parser drops tabs and line breaks and turns `\` into `/`: what it made of it must pass as well.
  if (origin !== HERE || pathname.startsWith('//')) return HOME
  if (pathname === '/' || /^\/(?:sign-in|setup|api)(?:\/|$)/.test(pathname)) return HOME
  return pathname + search + hash
}
