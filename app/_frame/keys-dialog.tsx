'use client'

import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Dialog } from '../_components/dialog'
import { Kbd } from '../_components/kbd'
import { KEYS, type KeyScope, SCOPES, scopesAt } from '../_keys/keys'
import { useComboName } from '../_keys/use-combo-name'

/** Every key there is: those of this screen first. */
export function KeysDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations('keys')
  const here = scopesAt(usePathname())
  return (
    <Dialog title={t('title')} isOpen={isOpen} isWide onClose={onClose}>
      <div className="md:columns-2 md:gap-8">
        {[...here, ...SCOPES.filter((scope) => !here.includes(scope))].map((scope) => (
          <KeyGroup key={scope} scope={scope} />
        ))}
      </div>
    </Dialog>
  )
}

const TO = '–'

/** A row of keys by its ends. */
function shown(combos: string[]): string[] {
  return combos.length > 3 ? [combos[0] ?? '', TO, combos.at(-1) ?? ''] : combos
}

function KeyGroup({ scope }: { scope: KeyScope }) {
  const t = useTranslations('keys')
  const comboName = useComboName()
  const id = `keys-${scope}`
  return (
    <section aria-labelledby={id} className="mb-4">
      <h3 id={id} className="mb-1.5 break-after-avoid font-medium text-ink-3 text-xs">
        {t(`scopes.${scope}`)}
      </h3>
      <dl className="grid grid-cols-[7rem_1fr] gap-y-2 text-sm">
        {KEYS[scope].map(({ combos, name }) => (
          <div key={name} className="contents">
            <dt className="flex items-start gap-1">
              {shown(combos).map((combo) =>
                combo === TO ? (
                  <span key={combo}>{combo}</span>
                ) : (
                  <Kbd key={combo} className="whitespace-nowrap">
                    {comboName(combo)}
                  </Kbd>
                ),
              )}
            </dt>
            {/* One type for all scopes: which name belongs to which is checked where KEYS is written. */}
            <dd>{t(`${scope}.${name}` as 'everywhere.help')}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
