/** Seconds of this process's own work since it started: other processes on the machine do not count. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
