import type { Page } from 'puppeteer-core';
import type { ExtensionPage } from '../../../tools/browser/extension-page';
import type { Box } from '../../../tools/browser/overlay-view';

/** Of our ring and of the card's title; on no page of the sites. */
const VIOLET = [0x5b, 0x21, 0xb6] as const;

/** How many pixels of a part of the screen have our violet. See `pixelsLike`. */
export function violetPixels(page: Page, where: Box, ownPage: ExtensionPage): Promise<number> {
  return pixelsLike(VIOLET, page, where, ownPage);
}

/**
 * How many pixels of a part of the screen have a colour, or nearly so.
 * Told by a picture of the screen: what is drawn counts, not what the document says.
 * @param colour red, green, blue
 * @param where a box of the viewport, in CSS px
 */
export async function pixelsLike(colour: readonly [number, number, number], page: Page, where: Box, ownPage: ExtensionPage): Promise<number> {
  const clip = { x: Math.max(0, where.x), y: Math.max(0, where.y), width: where.width, height: where.height };
  const picture = await page.screenshot({ encoding: 'base64', clip, captureBeyondViewport: false });
  return ownPage.evaluate(
    async (data: string, wanted: readonly number[]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
      context.drawImage(image, 0, 0);
      const pixels = context.getImageData(0, 0, image.width, image.height).data;
      let like = 0;
      for (let at = 0; at < pixels.length; at += 4) {
        if (wanted.every((part, index) => Math.abs((pixels[at + index] as number) - part) < 24)) like += 1;
      }
      return like;
    },
    picture,
    colour,
  );
}
