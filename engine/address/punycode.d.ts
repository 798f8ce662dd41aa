/** The part of punycode.js that is used; it brings no types. */
declare module 'punycode.js' {
  const punycode: {
    /** Every label `xn--…` of a host in its own script. Throws a RangeError for a label that is none. */
    toUnicode(host: string): string;
  };
  export default punycode;
}
