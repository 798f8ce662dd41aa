import type { CDPSession, Frame } from 'puppeteer-core';
import type { FrameReach } from './frame-reach';
import { type PortableFunction, portableSource } from './portable-function';
import { cdpSession, protocolId } from './puppeteer-inside';

const WORLD = 'overlay-view';

/** See `FrameReach`. */
export function reachChromium(frame: Frame): FrameReach {
  return {
    async onShadowRoots(describe) {
      const session = cdpSession(frame);
      const world = await isolatedWorld(frame);
      const descriptions: string[] = [];
      for (const backendNodeId of await shadowRoots(session, world)) {
        descriptions.push(await callOnNode(session, world, backendNodeId, describe));
      }
      return descriptions;
    },
    async onFrameElement(describe) {
      const parent = frame.parentFrame();
      if (!parent) return null;
      const session = cdpSession(parent);
      const { backendNodeId } = await session.send('DOM.getFrameOwner', {
        frameId: protocolId(frame),
      });
      return callOnNode(session, await isolatedWorld(parent), backendNodeId, describe);
    },
  };
}

/** The execution context of our world in a frame's present document. Asking again for the same document gives the same world. */
async function isolatedWorld(frame: Frame): Promise<number> {
  const { executionContextId } = await cdpSession(frame).send('Page.createIsolatedWorld', {
    frameId: protocolId(frame),
    worldName: WORLD,
  });
  return executionContextId;
}

async function shadowRoots(session: CDPSession, contextId: number): Promise<number[]> {
  const { result } = await session.send('Runtime.evaluate', {
    expression: 'document.documentElement',
    contextId,
  });
  // A document that is being replaced may have no element at all.
  if (!result.objectId) return [];
  const { objectId } = result;
  const { node } = await session.send('DOM.describeNode', { objectId, depth: 1, pierce: true });
  await session.send('Runtime.releaseObject', { objectId });
  return (node.children ?? [])
    .filter((child) => child.localName !== 'head' && child.localName !== 'body')
    .flatMap((child) => child.shadowRoots ?? [])
    .filter((root) => root.shadowRootType !== 'user-agent')
    .map((root) => root.backendNodeId);
}

async function callOnNode(session: CDPSession, executionContextId: number, backendNodeId: number, portable: PortableFunction): Promise<string> {
  const { object } = await session.send('DOM.resolveNode', { backendNodeId, executionContextId });
  if (!object.objectId) throw new Error('Chromium gave no handle for a node of the page.');
  const { objectId } = object;
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    functionDeclaration: portableSource(portable),
    objectId,
    arguments: [{ objectId }],
    returnByValue: true,
  });
  await session.send('Runtime.releaseObject', { objectId });
  if (exceptionDetails) {
    const { exception, text } = exceptionDetails;
    throw new Error(`In the page: ${exception?.description ?? text}`);
  }
  return result.value;
}
