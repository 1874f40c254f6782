import { existsSync, readFileSync } from 'node:fs';

/** Length of a clock tick in `/proc`, in microseconds (USER_HZ is 100 on every Linux). */
const TICK_US = 10_000;

/** Whether other processes can be measured here; only Linux tells what all their threads used. */
export const canMeasureProcesses = existsSync('/proc/self/stat');

/** CPU time of all threads of a process, user and system, in microseconds; NaN where it cannot be known. */
export function cpuOf(pid: number): number {
  if (!canMeasureProcesses) return Number.NaN;
  // proc(5): the name in brackets may hold spaces; utime and stime are fields 14 and 15.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop()?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK_US;
}

/** Resident memory of a process in KiB; NaN where it cannot be known. */
export function rssOf(pid: number): number {
  if (!canMeasureProcesses) return Number.NaN;
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}
