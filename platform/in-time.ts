/**
 * The outcome of some work of the browser's, or a rejection where it takes too long: storage whose files are damaged may not answer at
 * all, nor does a worker that is just being stopped. Leaves no timer behind.
 *
 * @param limit milliseconds
 */
export function inTime<T>(work: Promise<T>, limit: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(reject, limit);
    work.then(resolve, reject).then(() => clearTimeout(timer));
  });
}
