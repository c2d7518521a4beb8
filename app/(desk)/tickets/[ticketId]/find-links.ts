export type TextPiece = { text: string; href: string | null }

// Han letters, CJK signs and what HTML-to-text puts around an address end it: 请看https://a.example/b谢谢
const LINK =
  /\b(?:https?:\/\/|mailto:)[^\s<>"'`\\^{}|\u3000-\u303f\uff00-\uffef\u2018-\u201d\p{Script=Han}\p{Cc}\p{Cf}]{3,2000}|\b[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}\b/giu
const SCHEMES = new Set(['http:', 'https:', 'mailto:'])

/**
 * A stranger's text in pieces, those with an address that may be opened: http, https and mailto, nothing else. The letters
 * stay as they were written; `href` is where they really lead.
 */
export function findLinks(text: string): TextPiece[] {
  const pieces: TextPiece[] = []
  let at = 0
  for (const found of text.matchAll(LINK)) {
    const written = withoutEnd(found[0])
    const href = hrefOf(written)
    if (!href) continue
    if (found.index > at) pieces.push({ text: text.slice(at, found.index), href: null })
    pieces.push({ text: written, href })
    at = found.index + written.length
  }
  if (at < text.length) pieces.push({ text: text.slice(at), href: null })
  return pieces
}

/** Without the full stop of its sentence, and without a bracket that was opened before it. */
function withoutEnd(written: string): string {
  let end = written.length
  for (; end > 0; end--) {
    const last = written[end - 1] ?? ''
    if (/[.,;:!?*_~]/.test(last)) continue
    const opening = { ')': '(', ']': '[' }[last]
    if (!opening) break
    const before = written.slice(0, end - 1)
    if (before.lastIndexOf(opening) > before.lastIndexOf(last)) break
  }
  return written.slice(0, end)
}

function hrefOf(written: string): string | null {
  const address = /^(?:https?:\/\/|mailto:)/i.test(written) ? written : `mailto:${written}`
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  // `https://bank.example@elsewhere.example` shows one name and leads to another.
  if (!SCHEMES.has(url.protocol) || url.username || url.password) return null
  return url.href
}
