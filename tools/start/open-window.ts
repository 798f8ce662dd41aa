import type { Driver } from '../browser/launch';

const HOME = 'https://elearn.hrd.gov.tw/';

/**
 * Opens the home page in the browser's window and waits until the person has closed the window.
 *
 * @param print is given lines that say what to do
 */
export async function openWindow(driver: Driver, print: (line: string) => void): Promise<void> {
  const closed = whenClosed(driver);
  const [first] = await driver.pages();
  const page = first ?? (await driver.newPage());
  await page.goto(HOME);
  await page.bringToFront();
  print('A browser with the guide is open on copies of the sites, at the real addresses. Nothing leaves this computer.');
  print('What to do:');
  print('  1. Follow the card: press what has the violet ring. Start with 「登入」.');
  print('  2. Try a wrong choice, such as Google+ on the login page, or 「否」 and 「下一步」 at step 4.');
  print('  3. Open 註冊小幫手 from the extensions icon (a puzzle piece) in the tool bar: it lists the eleven steps.');
  print('The browser says that the pages are not secure: their certificate was made for this run.');
  print('Type nothing real: any words will do. Close the window, or press Ctrl+C here, when you are done.');
  await closed;
}

/** The browser has ended, or its last page was closed (on macOS it runs on without one). */
function whenClosed({ browser, pages }: Driver): Promise<void> {
  return new Promise((resolve) => {
    browser.once('disconnected', () => resolve());
    browser.on('targetdestroyed', () => {
      // A browser that is just ending cannot be asked, and says so by the other event.
      void pages().then(
        (open) => open.length === 0 && resolve(),
        () => undefined,
      );
    });
  });
}
