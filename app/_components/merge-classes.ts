// tailwind-merge knows all of Tailwind, and is 9 KB on every screen; this knows what the desk uses. A test holds the two against each other with every
// class that stands in app/.

/** Words that exclude each other though they do not begin alike. */
const WORDS = Object.fromEntries(
  Object.entries({
    display: 'block inline inline-block flex inline-flex grid inline-grid table contents hidden',
    position: 'static absolute fixed relative sticky',
    reader: 'sr-only not-sr-only',
    line: 'underline line-through no-underline',
    'flex-direction': 'flex-row flex-col flex-row-reverse flex-col-reverse',
    'flex-wrap': 'flex-wrap flex-nowrap',
    'text-align': 'text-left text-center text-right',
    'text-wrap': 'text-pretty text-balance text-wrap text-nowrap',
    'font-family': 'font-mono font-sans',
    'border-style': 'border-solid border-dashed',
    'outline-style': 'outline-none',
  }).flatMap(([group, words]) => words.split(' ').map((word) => [word, group])),
)

/** Beginnings after which a measure means something else than a colour does. */
const MEASURED = /^(text|border|border-[trblxy]|outline|ring|stroke|decoration)$/
const MEASURE = /^(\d|\[|(xs|sm|base|lg|xl)$)/

/** All other beginnings: what follows them is of one kind. */
const BEGINNINGS = new Set(
  `accent align basis bg bottom caret col-span col-start content cursor fill flex font gap gap-x gap-y grid-cols grow h inset inset-x inset-y items justify
  leading left line-clamp list m max-h max-w mb min-h min-w ml mr mt mx my opacity outline-offset overflow overflow-x overflow-y p pb pl pointer-events pr pt
  px py resize right rotate rounded rounded-l rounded-r row-start select self shadow shrink size top transition translate-x translate-y underline-offset w
  whitespace z`.split(/\s+/),
)

/** What a group takes with it. */
const COVERED: Record<string, string> = {
  p: 'px py pt pr pb pl',
  px: 'pl pr',
  py: 'pt pb',
  m: 'mx my mt mr mb ml',
  mx: 'ml mr',
  my: 'mt mb',
  inset: 'inset-x inset-y top right bottom left',
  'inset-x': 'left right',
  'inset-y': 'top bottom',
  size: 'w h',
  gap: 'gap-x gap-y',
  flex: 'basis grow shrink',
  overflow: 'overflow-x overflow-y',
  rounded: 'rounded-l rounded-r',
  border: 'border-t border-r border-b border-l',
  'border colour': 'border-t colour border-r colour border-b colour border-l colour',
  text: 'leading',
  'line-clamp': 'display overflow',
}

/** Of which kind a class without its variants is: of two of one kind the browser would take either. */
function groupOf(name: string): string {
  if (WORDS[name]) return WORDS[name]
  const plain = name.replace(/^-/, '')
  for (let end = plain.length; end > 0; end = plain.lastIndexOf('-', end - 1)) {
    const beginning = plain.slice(0, end)
    if (MEASURED.test(beginning)) return end === plain.length || MEASURE.test(plain.slice(end + 1)) ? beginning : `${beginning} colour`
    if (BEGINNINGS.has(beginning)) return beginning
  }
  return name
}

/** Where the variants of a class end: `hover:[&_svg]:size-4` → after the last colon that stands in no bracket. */
const VARIANTS = /^(?:(?:[^:[\]()]|\[[^\]]*\]|\([^)]*\))*:)*/

/** Class names of which none contradicts a later one. */
export function mergeClasses(classes: string): string {
  const taken = new Set<string>()
  const kept: string[] = []
  for (const name of classes.split(/\s+/).reverse()) {
    if (name === '') continue
    const variants = `${VARIANTS.exec(name)?.[0]}${name.endsWith('!') ? '!' : ''}`
    const group = groupOf(name.slice(variants.replace('!', '').length).replace(/!$/, ''))
    if (taken.has(variants + group)) continue
    for (const each of [group, ...coveredBy(group)]) taken.add(variants + each)
    kept.push(name)
  }
  return kept.reverse().join(' ')
}

function coveredBy(group: string): string[] {
  return COVERED[group]?.split(/ (?!colour)/) ?? []
}
