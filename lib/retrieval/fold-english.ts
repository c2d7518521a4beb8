const CONTRACTIONS: [RegExp, string][] = [
  [/\b(?:can't|cant|cannot)\b/g, 'can not'],
  [/\bwon'?t\b/g, 'will not'],
  [/\b(is|are|was|were|do|does|did|has|have|had|could|would|should)n'?t\b/g, '$1 not'],
  [/\b(i|you|we|they)'(?:ve)\b/g, '$1 have'],
  [/\b(you|we|they)'re\b/g, '$1 are'],
  [/\b(i|you|he|she|it|we|they|that|there)'ll\b/g, '$1 will'],
  [/\b(i|you|he|she|it|we|they)'d\b/g, '$1 would'],
  [/\b(?:i'm|im)\b/g, 'i am'],
  [/\b(what|where|when|who|how|why|that|there|here|it|he|she)'s\b/g, '$1 is'],
  [/\blet's\b/g, 'let us'],
  [/'s\b/g, ''],
]

/** Ways to ask the same thing, and the shorthand of chats; the right-hand side stands for all. */
const WAYS_TO_ASK: [RegExp, string][] = [
  [/\bhow come\b/g, 'why'],
  [/\bhow (?:can|could|do|would|should|might|shall) (?:i|we|one)\b/g, 'how to'],
  [/\b(?:what is|what are) the (?:way|ways|steps|process|procedure) (?:to|for|of)\b/g, 'how to'],
  [/\b(?:is|would) it (?:be )?possible (?:for me |for us )?to\b/g, 'can i'],
  [/\b(?:am i|are we) (?:able|allowed) to\b/g, 'can i'],
  [/\b(?:may|could|might) (?:i|we)\b/g, 'can i'],
  [/\bhow much time\b/g, 'how long'],
  [/\b(?:pls|plz)\b/g, 'please'],
  [/\bwanna\b/g, 'want to'],
  [/\bgonna\b/g, 'going to'],
  [/\bgotta\b/g, 'got to'],
  [/\bthx\b/g, 'thanks'],
  [/\bur\b/g, 'your'],
  [/\bu\b/g, 'you'],
]

/** Contractions are written out and the ways to ask one thing become one way. Expects lower case and straight apostrophes. */
export function foldEnglish(text: string): string {
  if (!/[a-z]/.test(text)) return text
  return [...CONTRACTIONS, ...WAYS_TO_ASK].reduce((sofar, [ways, one]) => sofar.replace(ways, one), text)
}
