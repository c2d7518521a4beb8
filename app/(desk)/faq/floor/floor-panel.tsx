'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { judgeFloor } from '@/lib/retrieval/floor/floor-evidence'
import type { FloorState } from '@/lib/retrieval/floor/get-floors'
import { Button } from '../../../_components/button'
import { Input } from '../../../_components/input'
import { MOMENT } from '../../../_components/moments'
import { Notice } from '../../../_components/notice'
import { Tag } from '../../../_components/tag'
import { useDeskAttempt } from '../../../_held/use-desk-attempt'
import { moveFloorAction } from './actions'
import { BorderList } from './border-list'
import { FloorChart } from './floor-chart'
import { FloorTable } from './floor-table'
import { useScore } from './use-score'

type FloorPanelProps = { state: FloorState; ruleNames: Record<string, string>; isAdmin: boolean }

/** With fewer questions than this that keep their rule, one more or less moves the floor by too much; see calibrate-floor.ts. */
const NEEDED = 30

/** One language's floor: where it is and why, and what it would do elsewhere while it is being moved. */
export function FloorPanel({ state, ruleNames, isAdmin }: FloorPanelProps) {
  const t = useTranslations('faqFloor')
  const common = useTranslations('common')
  const format = useFormatter()
  const score = useScore()
  const { language, floor, source, calibrated, moved, evidence, sample, meaning } = state
  const inForce = Math.round(floor * 100)
  const [wanted, setWanted] = useState(inForce)
  const judged = evidence && judgeFloor(evidence, wanted)
  const hasEnough = judged !== null && judged.answered > 0 && judged.unanswered > 0
  const name = common(language)
  const { run, isPending, words } = useDeskAttempt(t('of', { language: name }))
  const save = (value: number | null) => !isPending && run(() => moveFloorAction(language, value))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (wanted !== inForce) save(wanted / 100)
  }
  return (
    <section aria-label={t('of', { language: name })} className="py-5 lg:first:border-r lg:first:pr-7 lg:last:pl-7 max-lg:[&+&]:border-t">
      <header className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <h3 className="font-semibold text-base">{name}</h3>
        <span className="font-semibold text-base">{score(floor)}</span>
        <Tag>{t(`source.${source}`)}</Tag>
        <span className="text-ink-3 text-sm">
          {moved &&
            t('movedBy', {
              name: moved.actorName ?? t('nobody'),
              at: format.dateTime(moved.at, MOMENT),
            })}
          {source === 'moved' && calibrated !== null && <> · {t('calibratedIs', { floor: score(calibrated) })}</>}
        </span>
      </header>
      {sample && sample.of > 0 && (
        <p className="mt-1 text-ink-3 text-sm">{t(sample.asked < sample.of ? 'sample.some' : 'sample.all', sample)}</p>
      )}
      {meaning && (
        <p className="mt-1 text-ink-3 text-sm">
          {t(meaning.weight > 0 ? 'meaning.joins' : 'meaning.silent', {
            model: meaning.model,
            weight: format.number(meaning.weight, { maximumFractionDigits: 2 }),
            n: meaning.questions,
          })}
        </p>
      )}
      {!evidence ? (
        <Notice kind="info" className="mt-3">
          {t('notYet')}
        </Notice>
      ) : (
        calibrated === null && (
          <Notice kind="info" className="mt-3">
            {t('tooFew', { have: judged?.answered ?? 0, need: NEEDED })}
          </Notice>
        )
      )}
      {evidence && hasEnough && (
        <FloorChart evidence={evidence} wanted={wanted} calibrated={calibrated} label={t('chart', { language: name })} />
      )}
      {isAdmin && (
        <form onSubmit={submit} className="mt-3 flex flex-col gap-2.5">
          <input
            type="range"
            min={0}
            max={100}
            value={wanted}
            aria-label={t('slider', { language: name })}
            aria-valuetext={judged && hasEnough ? t('sliderValue', { floor: score(wanted / 100), ...judged }) : score(wanted / 100)}
            className="w-full accent-accent"
            onChange={(event) => setWanted(Number(event.target.value))}
          />
          <div className="flex flex-wrap items-center gap-1.5">
            <Input
              type="number"
              min={0}
              max={1}
              step={0.01}
              value={(wanted / 100).toFixed(2)}
              aria-label={t('number', { language: name })}
              className="mr-1 h-7 w-20"
              onChange={(event) => {
                const typed = Number(event.target.value)
                if (event.target.value !== '' && typed >= 0 && typed <= 1) setWanted(Math.round(typed * 100))
              }}
            />
            <Button
              type="submit"
              size="small"
              variant={wanted === inForce ? 'plain' : 'go'}
              disabled={wanted === inForce}
              aria-disabled={isPending}
              title={wanted === inForce ? t('unmoved') : undefined}
            >
              {wanted === inForce ? t('moveHere') : t('move', { floor: score(wanted / 100) })}
            </Button>
            {wanted !== inForce && (
              <Button size="small" variant="quiet" onClick={() => setWanted(inForce)}>
                {t('undo', { floor: score(floor) })}
              </Button>
            )}
            {source === 'moved' && (
              <Button size="small" aria-disabled={isPending} onClick={() => save(null)}>
                {calibrated === null ? t('backToDefault') : t('back', { floor: score(calibrated) })}
              </Button>
            )}
            {words && (
              <span role="alert" className="text-red text-sm">
                {words}
              </span>
            )}
          </div>
        </form>
      )}
      {evidence && judged && hasEnough && (
        <>
          <div className="mt-4 grid grid-cols-2 gap-5 max-md:grid-cols-1">
            <BorderList kind="loses" evidence={evidence} wanted={wanted} judged={judged} language={language} ruleNames={ruleNames} />
            <BorderList kind="letsThrough" evidence={evidence} wanted={wanted} judged={judged} language={language} ruleNames={ruleNames} />
          </div>
          <FloorTable evidence={evidence} inForce={inForce} language={name} />
        </>
      )}
    </section>
  )
}
