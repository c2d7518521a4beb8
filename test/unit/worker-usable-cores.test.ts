import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { usableCores } from '@/worker/usable-cores'

/** A file system with these files of the kernel's, on a machine of 16 cores. */
function coresWith(files: Record<string, string>): number {
  const root = mkdtempSync(path.join(tmpdir(), 'cgroup-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    writeFileSync(path.join(root, name), text)
  }
  return usableCores({ root, cores: 16 })
}

const SECOND = { 'proc/self/cgroup': '0::/\n' }
const FIRST = { 'proc/self/cgroup': '9:name=systemd:/\n4:cpu,cpuacct:/docker/4f2a\n3:cpuset:/\n' }

test.each([
  ['no control groups', {}, 16],
  ['version 2 without a limit', { ...SECOND, 'sys/fs/cgroup/cpu.max': 'max 100000\n' }, 16],
  ['version 2 in the root, which has no such file', SECOND, 16],
  ['--cpus=4', { ...SECOND, 'sys/fs/cgroup/cpu.max': '400000 100000\n' }, 4],
  ['--cpus=2.5', { ...SECOND, 'sys/fs/cgroup/cpu.max': '250000 100000\n' }, 2],
  ['half a core', { ...SECOND, 'sys/fs/cgroup/cpu.max': '50000 100000\n' }, 1],
  ['more than there are', { ...SECOND, 'sys/fs/cgroup/cpu.max': '6400000 100000\n' }, 16],
  [
    'a limit on a group above',
    {
      'proc/self/cgroup': '0::/system.slice/desk.service\n',
      'sys/fs/cgroup/system.slice/cpu.max': '300000 100000\n',
      'sys/fs/cgroup/system.slice/desk.service/cpu.max': 'max 100000\n',
    },
    3,
  ],
  [
    'version 1 without a limit',
    { ...FIRST, 'sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us': '-1\n', 'sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us': '100000\n' },
    16,
  ],
  [
    'version 1 of a container',
    { ...FIRST, 'sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us': '200000\n', 'sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us': '100000\n' },
    2,
  ],
  [
    'version 1 in a folder of its own',
    { ...FIRST, 'sys/fs/cgroup/cpu/cpu.cfs_quota_us': '500000\n', 'sys/fs/cgroup/cpu/cpu.cfs_period_us': '100000\n' },
    5,
  ],
])('%s', (_, files, cores) => {
  expect(coresWith(files as unknown as Record<string, string>)).toBe(cores)
})
