/** The second copy, in memory instead of IndexedDB, which Node does not have. */
export const secondCopy = { values: {} as Record<string, unknown>, isBroken: false };

export async function readSecondCopy(): Promise<Record<string, unknown>> {
  return secondCopy.isBroken ? {} : structuredClone(secondCopy.values);
}

export async function writeSecondCopy(all: Record<string, unknown>): Promise<void> {
  if (!secondCopy.isBroken) secondCopy.values = structuredClone(all);
}
