import type { Frame } from 'puppeteer-core';
import { reachChromium } from './frame-reach-chromium';
import { reachFirefox } from './frame-reach-firefox';
import { speaksBidi } from './puppeteer-inside';

/**
 * How to run a function on things of a frame that page scripts cannot get at, in a world that they cannot tamper with.
 * The functions travel as text (see `portable-function`) and give text back.
 */
export interface FrameReach {
  /** Runs `describe` on every shadow root, open or closed, whose host is a child of `<html>` other than head and body. */
  onShadowRoots(describe: (root: ShadowRoot) => string): Promise<string[]>;
  /** Runs `describe` on the element of the parent document that holds this frame; `null` for a page's main frame. */
  onFrameElement(describe: (element: HTMLElement) => string): Promise<string | null>;
}

/** The reach into one frame, by CDP in Chromium and by BiDi in Firefox. */
export function reachInto(frame: Frame): FrameReach {
  return speaksBidi(frame) ? reachFirefox(frame) : reachChromium(frame);
}
