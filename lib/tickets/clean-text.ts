// C0 and C1 controls but tab and line feed: PostgreSQL refuses NUL, and no screen has a use for the others.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g

/**
 * A stranger's text as we can keep it: line ends are `\n`, control characters are gone, half surrogate pairs are U+FFFD,
 * nothing stands around it.
 */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(CONTROLS, '').trim()
}

/** Whether `text` holds control characters. In an id they are refused: taking them out could make two ids one. */
export function hasControls(text: string): boolean {
  CONTROLS.lastIndex = 0
  return CONTROLS.test(text) || /[\t\n\r]/.test(text)
}
