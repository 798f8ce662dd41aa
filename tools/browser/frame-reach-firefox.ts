import type { Frame } from 'puppeteer-core';
import type { FrameReach } from './frame-reach';
import { type PortableFunction, portableSource } from './portable-function';
import { protocolId, sendBidi } from './puppeteer-inside';

const WORLD = 'overlay-view';

/** The part of a BiDi `script.NodeRemoteValue` that is needed here. */
interface RemoteNode {
  sharedId: string;
  value?: {
    localName?: string;
    children?: RemoteNode[];
    shadowRoot?: RemoteNode | null;
  };
}

type ScriptResult<Value> = { type: 'success'; result: Value } | { type: 'exception'; exceptionDetails: { text: string } };

/** See `FrameReach`. */
export function reachFirefox(frame: Frame): FrameReach {
  return {
    async onShadowRoots(describe) {
      const descriptions: string[] = [];
      for (const root of await shadowRoots(frame)) {
        descriptions.push(await callOnNode(frame, root, describe));
      }
      return descriptions;
    },
    async onFrameElement(describe) {
      const parent = frame.parentFrame();
      if (!parent) return null;
      const { nodes } = await sendBidi<{ nodes: RemoteNode[] }>(parent.page().browser(), 'browsingContext.locateNodes', {
        context: protocolId(parent),
        locator: { type: 'context', value: { context: protocolId(frame) } },
      });
      const [element] = nodes;
      if (!element) throw new Error('no such frame: its element has left the page');
      return callOnNode(parent, element, describe);
    },
  };
}

async function shadowRoots(frame: Frame): Promise<RemoteNode[]> {
  const root = await runScript<RemoteNode>(frame, 'script.evaluate', {
    expression: 'document.documentElement',
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 2, maxObjectDepth: 0 },
  });
  return (root.value?.children ?? [])
    .filter(({ value }) => value?.localName !== 'head' && value?.localName !== 'body')
    .flatMap(({ value }) => value?.shadowRoot ?? []);
}

async function callOnNode(frame: Frame, { sharedId }: RemoteNode, portable: PortableFunction): Promise<string> {
  const { value } = await runScript<{ value: string }>(frame, 'script.callFunction', {
    functionDeclaration: portableSource(portable),
    arguments: [{ sharedId }],
  });
  return value;
}

async function runScript<Value>(frame: Frame, method: 'script.evaluate' | 'script.callFunction', parameters: object): Promise<Value> {
  const answer = await sendBidi<ScriptResult<Value>>(frame.page().browser(), method, {
    ...parameters,
    awaitPromise: false,
    target: { context: protocolId(frame), sandbox: WORLD },
  });
  if (answer.type === 'exception') {
    throw new Error(`In the page: ${answer.exceptionDetails.text}`);
  }
  return answer.result;
}
