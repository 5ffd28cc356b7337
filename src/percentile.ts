/** The nearest-rank percentile. @param share 0 to 1 */
export function percentile(values: number[], share: number): number {
  const ascending = [...values].sort((one, other) => one - other);
  return ascending[Math.max(0, Math.ceil(ascending.length * share) - 1)] ?? Number.NaN;
}
