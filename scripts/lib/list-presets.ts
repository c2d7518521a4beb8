import { readChosenModels } from './chosen-models'
import { gigabytes } from './gigabytes'
import { dataFolder, pulledFile } from './model-files'
import { chooseFile, needOf, presentMemory, runSettings } from './model-memory'
import { MODEL_PRESETS } from './model-presets'

/** `model -- list`: every preset with the file that fits here, its size and what it needs. */
export function listPresets(): void {
  const memory = presentMemory()
  const chosen = Object.values(readChosenModels(dataFolder()))
  const rows = MODEL_PRESETS.map((preset) => {
    const file = chooseFile(preset, memory, runSettings(preset.kind))
    const smallest = preset.files.at(-1)
    const shown = file ?? smallest
    if (!shown) return []
    const here = pulledFile(preset)
    const state = here ? (chosen.includes(here) ? 'in use' : 'here') : file ? '' : 'too large'
    return [
      preset.name,
      preset.kind,
      shown.quantization.toUpperCase(),
      gigabytes(shown.bytes),
      gigabytes(needOf(preset, shown.bytes)),
      state,
    ]
  })
  printTable([['name', 'kind', 'file', 'size', 'needs', ''], ...rows])
  const { slots, contextSize } = runSettings()
  console.log(
    `\n${gigabytes(memory.bytes)} of ${memory.where} are present; needs are for ${slots} requests at once with ${contextSize} tokens each (WORKER_SLOTS, WORKER_CONTEXT).`,
  )
}

function printTable(rows: string[][]): void {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}
