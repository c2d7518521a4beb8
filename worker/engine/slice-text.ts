/** Characters: a model's tokenizer takes about ten milliseconds for so many, and does nothing else meanwhile. */
export const SLICE_CHARS = 8_192

/*
 * Qwen's vocabulary is applied to words, which a regular expression finds first ("qwen2" in llama.cpp's unicode.cpp): a run of letters
 * with one character before it that is none, one digit, a run of signs with one space before it and line ends behind it, white space. So a
 * word always ends between a letter and a space, behind a digit, and between a letter and a sign; that no two sides disagree about what a
 * letter is, these are ASCII's and the common Chinese ones.
 */
const WORD_END = /\p{L}(?= )|[A-Za-z\u4e00-\u9fff](?=[\n,.!?，。、！？；：])|[0-9]/gu

/**
 * Cuts a text where its words end, so that the tokens of the slices are the tokens of the whole. A text without such a place stays whole.
 */
export function* slicesOfWords(text: string): Generator<string> {
  let start = 0
  while (text.length - start > SLICE_CHARS) {
    WORD_END.lastIndex = start + SLICE_CHARS
    const found = WORD_END.exec(text)
    if (!found) break
    const end = found.index + found[0].length
    yield text.slice(start, end)
    start = end
  }
  yield text.slice(start)
}

/** Cuts a text into slices of equal length, but never a character in two. */
export function* slicesOfChars(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    const isWithin = isHighSurrogate(text.charCodeAt(start + SLICE_CHARS - 1))
    const end = start + SLICE_CHARS - (isWithin ? 1 : 0)
    yield text.slice(start, end)
    start = end
  }
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff
}
