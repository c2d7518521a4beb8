import { BRACES, isVariable, VARIABLES, type VariableName } from '@/lib/macros/variables'
import type { Language } from '@/prisma/generated/enums'

export type MacroValues = Record<VariableName, string | null>

/**
 * The macro with its variables filled. What has no value stays as a mark that a person can read, `{{客户姓名}}`, and that holds a reply back
 * (`findUnfilled`). One pass: braces within a value, which a customer may have written, are not looked at again, but parted by a blank, so that
 * they hold nothing back either.
 */
export function fillMacro(text: string, values: MacroValues, language: Language): string {
  return text.replace(BRACES, (whole, name: string) => {
    if (!isVariable(name)) return whole
    return values[name]?.replace(/\{(?=\{)/g, '{ ') || `{{${labelOf(name, language)}}}`
  })
}

function labelOf(name: VariableName, language: Language): string {
  return VARIABLES.find((variable) => variable.name === name)?.[language] ?? name
}
