import type { Browser, CDPSession, ElementHandle, Frame } from 'puppeteer-core';

/**
 * What puppeteer-core 24 has but does not declare. The one place that leans on its inside: after an upgrade look here first.
 */
interface FrameInside {
  readonly _id: string;
  /** The session of the process that draws this frame (a frame of another site has its own). */
  readonly client: CDPSession;
  mainRealm(): { adoptBackendNode(backendNodeId: number): Promise<ElementHandle<Element>> };
}

interface ElementInside {
  queryAXTree(name: string, role?: string): AsyncIterable<ElementHandle<Element>>;
}

interface BidiConnection {
  send(method: string, parameters: object): Promise<{ result: unknown }>;
}

function inside(frame: Frame): FrameInside {
  return frame as unknown as FrameInside;
}

/** The id that the browser's own protocol has for a frame (CDP: frame id, BiDi: browsing context). */
export function protocolId(frame: Frame): string {
  return inside(frame)._id;
}

/** Whether this frame is driven over WebDriver BiDi (Firefox) and not over CDP (Chromium). */
export function speaksBidi(frame: Frame): boolean {
  return 'browsingContext' in frame;
}

/** The CDP session of the process that draws a frame. Chromium only. */
export function cdpSession(frame: Frame): CDPSession {
  return inside(frame).client;
}

/** A handle, in the page's own world, of a node that CDP names by number. Chromium only. */
export function adoptNode(frame: Frame, backendNodeId: number): Promise<ElementHandle<Element>> {
  return inside(frame).mainRealm().adoptBackendNode(backendNodeId);
}

/** The elements below `root` that BiDi's accessibility locator gives for a name and, if told, a role. Firefox only. */
export async function locateAccessible(root: ElementHandle<Element>, name: string, role?: string): Promise<ElementHandle<Element>[]> {
  const found: ElementHandle<Element>[] = [];
  const { queryAXTree } = root as unknown as ElementInside;
  for await (const element of queryAXTree.call(root, name, role)) found.push(element);
  return found;
}

/**
 * Sends one BiDi command and gives its result. Firefox only.
 *
 * @throws puppeteer's ProtocolError, its message beginning with the BiDi error code
 */
export async function sendBidi<Result>(browser: Browser, method: string, parameters: object): Promise<Result> {
  const { connection } = browser as unknown as { connection: BidiConnection };
  const { result } = await connection.send(method, parameters);
  return result as Result;
}
