/** The second copy, in memory instead of IndexedDB, which Node does not have. */
export const secondCopy = { values: {} as Record<string, unknown>, isBroken: false, written: [] as string[][] };

export async function readSecondCopy(): Promise<Record<string, unknown> | null> {
  return secondCopy.isBroken ? null : structuredClone(secondCopy.values);
}

export async function changeSecondCopy(values: Record<string, unknown>, removed: readonly string[] = []): Promise<boolean> {
  if (secondCopy.isBroken) return false;
  for (const key of removed) delete secondCopy.values[key];
  Object.assign(secondCopy.values, structuredClone(values));
  secondCopy.written.push(Object.keys(values));
  return true;
}
