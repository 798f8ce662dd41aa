/** What of an address says whose it is. Path, query and fragment are left behind here. */
export interface WebAddress {
  /** As browsers write it, a dot at its end taken off. */
  host: string;
  isSecure: boolean;
  hasOtherPort: boolean;
  /** What stands before an 「@」, '' where nothing does. */
  userInfo: string;
  /** Written just as the host is, but for case and width: no dot at the end, no code for a letter, no backslash. */
  isPlain: boolean;
}

const SCHEME = /^https?:/i;
/** No longer name can be looked up. */
const LONGEST_HOST = 253;

/**
 * Reads one address as a browser does. One without a scheme counts as https, which browsers try first.
 * @returns null for what is no address of the web
 */
export function readWebAddress(text: string): WebAddress | null {
  const address = SCHEME.test(text) ? text : `https://${text.replace(/^\/\//, '')}`;
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, port, username, password } = new URL(address);
  const host = hostname.replace(/\.$/, '');
  if (!/^https?:$/.test(protocol) || host === '' || host.length > LONGEST_HOST) return null;
  const [authority = ''] = address.replace(/^https?:\/\//i, '').split(/[/?#]/);
  return {
    host,
    isSecure: protocol === 'https:',
    hasOtherPort: port !== '',
    userInfo: decoded(password === '' ? username : `${username}:${password}`),
    isPlain: authority.normalize('NFKC').toLowerCase().replace(/:\d+$/, '') === host,
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
