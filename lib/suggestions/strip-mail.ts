// Everything after these lines is somebody else's text. Each is tried on short lines only, so none can run away.
const REST_IS_QUOTED = [
  /^-{2,}\s*(?:original message|forwarded message|begin forwarded message|原始邮件|原邮件|原始信件|转发(?:的)?邮件|回复的原邮件|回复的邮件|邮件原文)\s*-{2,}\s*$/i,
  /^begin forwarded message:\s*$/i,
  /^_{20,}$/,
]
const HEADER = /^\s*(?:发件人|寄件者|发送时间|发送日期|收件人|抄送|主题|日期|from|sent|date|to|cc|subject|reply-to)\s*[:：]\s*\S/i
const WROTE = /(?:\bwrote|写道|写到|寫道)\s*[:：]\s*$/
const WROTE_START = /^\s*(?:on\b|在|于|\d{4}[-年/]|.{0,80}<[^<>\s]{3,80}@[^<>\s]{3,80}>)/i
const SENT_FROM =
  /^\s*(?:sent (?:from|via|with) |get outlook for |发自我的|从我的|来自我的|来自.{1,20}(?:手机|iphone|ipad|邮箱)|发送自|发自|获取 ?outlook|由.{1,12}邮箱发送).{0,60}$/i
const SIGN_OFF =
  /^\s*(?:best|kind|warm|many)?\s*(?:best|regards|wishes|thanks|thank you|many thanks|cheers|sincerely|yours(?: sincerely| truly| faithfully)?|此致|敬礼|祝好|顺祝商祺|谢谢|多谢)\s*[,，.。!！~]*\s*$/i

const isShort = (line: string) => line.length <= 200

/** A row of a table written in text, `| Order | Item |`, begins as a quoted line does and ends as none. */
function isMarked(line: string): boolean {
  if (!/^\s*[>＞|│]/.test(line)) return false
  const row = line.trim()
  const bar = row.charAt(0)
  return !((bar === '|' || bar === '│') && row.endsWith(bar) && row.indexOf(bar, 1) < row.length - 1)
}

function isQuoteHeader(lines: string[], at: number): number {
  // "On Mon, 3 Nov 2026 at 10:00, Shop\n<service@shop.example> wrote:" wraps over up to three lines.
  for (let span = 1; span <= 3 && at + span <= lines.length; span++) {
    const joined = lines.slice(at, at + span).join(' ')
    if (joined.length > 300) return 0
    if (WROTE.test(joined)) return WROTE_START.test(joined) ? span : 0
  }
  return 0
}

function isHeaderBlock(lines: string[], at: number): boolean {
  const next = lines.slice(at, at + 3).filter((line) => isShort(line) && HEADER.test(line))
  return isShort(lines[at] ?? '') && HEADER.test(lines[at] ?? '') && next.length >= 2
}

/** The places of the lines that are nobody else's. */
function cutQuotes(lines: string[]): number[] {
  const kept: number[] = []
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    if (isMarked(line)) continue
    if (isShort(line)) {
      if (REST_IS_QUOTED.some((pattern) => pattern.test(line.trim())) || isHeaderBlock(lines, i)) break
      const span = isQuoteHeader(lines, i)
      if (span > 0) {
        const after = lines.slice(i + span).find((next) => next.trim() !== '')
        // Answers written between the quoted lines come after the header; a top-posted reply has only the quote there.
        if (after === undefined || !isMarked(after)) break
        i += span - 1
        continue
      }
    }
    kept.push(i)
  }
  return kept
}

/** Those of `places` that are no signature. */
function cutSignature(lines: string[], places: number[]): number[] {
  const lineAt = (place: number | undefined) => lines[place ?? -1] ?? ''
  const marked = places.findIndex((place, i) => i > 0 && /^--\s*$/.test(lineAt(place)))
  const kept = (marked < 0 ? places : places.slice(0, marked)).filter((place) => !(isShort(lineAt(place)) && SENT_FROM.test(lineAt(place))))
  // A sign-off counts only near the end, with nothing but a name card below it.
  for (let i = Math.max(1, kept.length - 7); i < kept.length; i++) {
    const below = kept
      .slice(i + 1)
      .map(lineAt)
      .filter((line) => line.trim() !== '')
    const line = lineAt(kept[i])
    if (isShort(line) && SIGN_OFF.test(line) && below.every((next) => next.length <= 60 && !/[?？。！]/.test(next))) return kept.slice(0, i)
  }
  return kept
}

export type MailLine = 'written' | 'quoted' | 'signature'

/** What each line of a message is; `quoted` is somebody else's text and the lines that announce it. */
export function markMail(lines: string[]): MailLine[] {
  const own = cutQuotes(lines)
  const kinds = lines.map((): MailLine => 'quoted')
  for (const place of own) kinds[place] = 'signature'
  for (const place of cutSignature(lines, own)) kinds[place] = 'written'
  return kinds
}

/**
 * The words a person wrote in this message: quoted mail (`>` lines, "On … wrote:", 「在…写道：」, header blocks of
 * forwards), signatures and "Sent from my iPhone" removed, control characters too. A message that is nothing but a forward
 * keeps the forwarded words. Linear in the length of the text.
 */
export function stripMail(text: string): string {
  const lines = text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .split('\n')
  const kinds = markMail(lines)
  const written = tidy(lines.filter((_, place) => kinds[place] === 'written'))
  if (written) return written
  const unwrapped = lines.map((line) => line.replace(/^[\s>＞|│]+/, '')).filter((line) => !(isShort(line) && isMailFrame(line)))
  return tidy(unwrapped)
}

function isMailFrame(line: string): boolean {
  return HEADER.test(line) || SENT_FROM.test(line) || WROTE.test(line) || REST_IS_QUOTED.some((pattern) => pattern.test(line.trim()))
}

function tidy(lines: string[]): string {
  return lines
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
