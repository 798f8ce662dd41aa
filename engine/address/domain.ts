/** The ending that Taiwan's government alone gives out. */
export const GOVERNMENT = 'gov.tw';

/** Whether a host is a domain or stands below it. */
export function isIn(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** Another country's government: `www.gov.uk` is nobody's imitation. */
export function isOfAnotherGovernment(host: string): boolean {
  return /(?:^|\.)(?:gov|govt|go|gob|gouv|gv)\.(?!tw$)[a-z]{2}$/.test(host) || /(?:^|\.)gov$/.test(host);
}

/** An address of numbers; browsers write all its spellings like this. */
export function isNumber(host: string): boolean {
  return /^\d+\.\d+\.\d+\.\d+$/.test(host) || host.startsWith('[');
}

export function withoutWww(host: string): string {
  return host.replace(/^www\./, '');
}
