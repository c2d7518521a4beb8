/**
 * Any JSON value. Whitespace and numbers have an end: a model that has lost its way would write them for ever.
 * Escapes in strings are whole characters, never halves of a UTF-16 pair, so that a length counts what JSON Schema counts.
 */
export const ANY_JSON_RULES = `space ::= "" | " " | "\\n" [ \\t]{0,20}
comma ::= space "," space
colon ::= space ":" space
value ::= object | array | string | number | boolean | null
object ::= "{" space (member (comma member)*)? space "}"
member ::= string colon value
array ::= "[" space (value (comma value)*)? space "]"
string ::= "\\"" char* "\\""
char ::= [^"\\\\\\x00-\\x1F\\x7F] | "\\\\" (["\\\\/bfnrt] | "u" ([0-9a-cefA-CEF] [0-9a-fA-F]{3} | [dD] [0-7] [0-9a-fA-F]{2}))
number ::= integer ("." [0-9]{1,15})? ([eE] [-+]? [0-9]{1,2})?
integer ::= "-"? ("0" | [1-9] [0-9]{0,14})
boolean ::= "true" | "false"
null ::= "null"
`
