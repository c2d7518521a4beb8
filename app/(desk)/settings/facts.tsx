type FactsProps = { facts: (string | false | null)[] }

/** What is known of a person or a key, in one quiet line; where that breaks it breaks between two facts, and not within a date. */
export function Facts({ facts }: FactsProps) {
  const said = facts.filter((fact) => fact !== false && fact !== null)
  return (
    <p className="text-ink-3 text-sm wrap-anywhere">
      {said.map((fact, index) => (
        <span key={fact}>
          <span className="inline-block max-w-full">{index < said.length - 1 ? `${fact} ·` : fact}</span>{' '}
        </span>
      ))}
    </p>
  )
}
