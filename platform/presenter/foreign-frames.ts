/** Smaller ones hold no field that anybody types into. px */
const SMALLEST = { width: 80, height: 24 };

/**
 * Whether the page shows a frame into which the extension may not draw: of another site, or without an origin of its own.
 * @param hosts of the sites that we work on
 */
export function hasForeignFrame(document: Document, hosts: ReadonlySet<string>): boolean {
  return [...document.querySelectorAll('iframe, frame, object[data], embed[src]')].some((frame) => {
    const { width, height } = frame.getBoundingClientRect();
    return width >= SMALLEST.width && height >= SMALLEST.height && frame.checkVisibility() && isForeign(frame, hosts);
  });
}

function isForeign(frame: Element, hosts: ReadonlySet<string>): boolean {
  const sandbox = frame.getAttribute('sandbox');
  if (sandbox !== null && !/\ballow-same-origin\b/i.test(sandbox)) return true;
  if (frame.hasAttribute('srcdoc')) return false;
  const address = frame.getAttribute('src') ?? frame.getAttribute('data') ?? '';
  if (address === '' || !URL.canParse(address, document.baseURI)) return false;
  const { protocol, host } = new URL(address, document.baseURI);
  return /^https?:$/.test(protocol) ? protocol === 'http:' || !hosts.has(host) : protocol === 'data:';
}
