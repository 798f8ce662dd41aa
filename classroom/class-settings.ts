import { ALLOWED, CLASS_KEYS, type ClassKey, type ClassSettings, classKit, DEFAULT_CLASS } from './kit';

/** What the class is set to, and by whom. */
export interface SetClass {
  settings: ClassSettings;
  /** Set by the computer room: nobody can change it here. */
  byPolicy: ReadonlySet<ClassKey>;
  /** What the policy has that cannot be used. It counts as not set. */
  policyFaults: PolicyFault[];
}

export type PolicyFault = { key: string } & ({ fault: 'unknown-key' } | { fault: 'wrong-value'; allowed: string });

/**
 * The computer room's word comes first, then the class kit's, then what is there without either.
 *
 * @param kept what is stored of a class kit; anything else counts as none
 * @param managed what a policy has set
 */
export function setClass(kept: unknown, managed: Readonly<Record<string, unknown>>): SetClass {
  const kit = classKit.safeParse(kept);
  const { kind: _kind, version: _version, ...own } = kit.success ? kit.data : { kind: '', version: 0, ...DEFAULT_CLASS };
  const policyFaults: PolicyFault[] = [];
  const set: Partial<Record<ClassKey, unknown>> = {};
  for (const [key, value] of Object.entries(managed)) {
    if (!isClassKey(key)) policyFaults.push({ key, fault: 'unknown-key' });
    else {
      const read = CLASS_KEYS[key].safeParse(value);
      if (read.success) set[key] = read.data;
      else policyFaults.push({ key, fault: 'wrong-value', allowed: ALLOWED[key] ?? '' });
    }
  }
  return { settings: { ...own, ...(set as Partial<ClassSettings>) }, byPolicy: new Set(Object.keys(set) as ClassKey[]), policyFaults };
}

function isClassKey(key: string): key is ClassKey {
  return Object.hasOwn(CLASS_KEYS, key);
}
