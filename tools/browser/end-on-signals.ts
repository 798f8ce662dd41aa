const SIGNALS = { SIGTERM: 143, SIGHUP: 129 } as const;

let listening = false;

/**
 * Makes the process end when it is told to (a time limit, a closed terminal), with what it has started: puppeteer alone
 * would close the browser, but let the process wait on for answers that never come. It does end it on Ctrl+C.
 */
export function endOnSignals(): void {
  if (listening) return;
  listening = true;
  for (const [signal, code] of Object.entries(SIGNALS)) {
    process.on(signal, () => process.exit(code));
  }
}

/** For puppeteer's `launch`. */
export const SIGNALS_ARE_HANDLED = { handleSIGTERM: false, handleSIGHUP: false };
