/** A function that runs inside a browser: what it closes over does not travel with it, its arguments must be JSON. */
// biome-ignore lint/suspicious/noExplicitAny: the arguments are those of the function given, checked at the call.
export type PortableFunction = (...args: any[]) => unknown;

/**
 * The source text of a function, fit to be sent to a browser.
 *
 * tsx (esbuild with keepNames) wraps every inner function in a call of `__name`, which exists only in Node; the text
 * carries its own, so that the functions of a tool may be written like any other.
 */
export function portableSource(portable: PortableFunction): string {
  return `function (...args) { const __name = (named) => named; return (${portable})(...args); }`;
}

/** The same function, made anew from its portable text: for what sends a function's own text to a browser, as puppeteer does. */
export function revived<Portable extends PortableFunction>(portable: Portable): Portable {
  return new Function('...args', `return (${portableSource(portable)})(...args)`) as Portable;
}
