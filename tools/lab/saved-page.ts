import { readFileSync, statSync } from 'node:fs';
import { BadInput } from './bad-input';

/** How far into a page a browser looks for its charset. */
const CHARSET_WITHIN = 1024;

/**
 * The text of a saved page. Its charset is told as a browser tells it (byte order mark, `<meta charset>`); without any it is
 * UTF-8, or Big5, in which old pages of Taiwan are. Marks that replicas carry for the tests are taken off.
 *
 * @param path where the file is
 * @param shownAs the name used in messages
 * @throws BadInput when there is no such file, or it cannot be read
 */
export function readSavedPage(path: string, shownAs: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw new BadInput(`${shownAs} does not exist`);
  if (!stats.isFile()) throw new BadInput(`${shownAs} is not a file`);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new BadInput(`${shownAs} cannot be read: ${(error as Error).message}`);
  }
  return decoderFor(bytes)
    .decode(bytes)
    .replace(/\s+data-expect=("[^"]*"|'[^']*'|[^\s>]*)/g, '');
}

function decoderFor(bytes: Buffer): TextDecoder {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder();
  const start = bytes.subarray(0, CHARSET_WITHIN).toString('latin1');
  const named = /<meta[^>]*?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(start)?.[1];
  if (named !== undefined) return decoderNamed(named);
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'big5');
}

function decoderNamed(name: string): TextDecoder {
  try {
    const decoder = new TextDecoder(name);
    // A page in UTF-16 could not be read as far as this.
    return decoder.encoding.startsWith('utf-16') ? new TextDecoder() : decoder;
  } catch {
    return new TextDecoder();
  }
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
