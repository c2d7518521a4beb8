import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

const root = path.resolve(import.meta.dirname, '../..')
/** Attributes that a person reads or hears. */
const SPOKEN = new Set(['title', 'alt', 'placeholder', 'label', 'aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext'])
/** A word: two letters of any script next to each other, or one Chinese character. */
const WORD = /\p{L}{2}|\p{Script=Han}/u

const SHOWN_IF = new Set([ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken])

export type HardWords = { place: string; text: string }

/** Words that stand in the code of a screen instead of in the messages. */
export function findHardWords(): HardWords[] {
  return readdirSync(path.join(root, 'app'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) => wordsIn(`app/${file}`))
}

function wordsIn(file: string): HardWords[] {
  const source = ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: HardWords[] = []
  const note = (node: ts.Node, text: string) => {
    if (WORD.test(text))
      found.push({ place: `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`, text: text.trim() })
  }
  const visit = (node: ts.Node) => {
    if (ts.isJsxText(node)) note(node, node.text)
    else if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText()) && node.initializer) noteTexts(node.initializer, note)
    // `{'words'}` between tags, and each side of `{is ? 'words' : 'others'}`.
    else if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent)) noteTexts(node.expression, note)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** The texts that an expression may be: not those inside of calls, which are keys and class names. */
function noteTexts(node: ts.Node, note: (node: ts.Node, text: string) => void): void {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) note(node, node.text)
  else if (ts.isTemplateExpression(node))
    for (const part of [node.head, ...node.templateSpans.map(({ literal }) => literal)]) note(part, part.text)
  else if (ts.isConditionalExpression(node)) for (const side of [node.whenTrue, node.whenFalse]) noteTexts(side, note)
  else if (ts.isBinaryExpression(node) && SHOWN_IF.has(node.operatorToken.kind)) {
    // What stands before an && is asked and not shown.
    if (node.operatorToken.kind !== ts.SyntaxKind.AmpersandAmpersandToken) noteTexts(node.left, note)
    noteTexts(node.right, note)
  } else if (ts.isJsxExpression(node) && node.expression) noteTexts(node.expression, note)
  else if (ts.isParenthesizedExpression(node)) noteTexts(node.expression, note)
}
