import type { Page } from 'puppeteer-core';
import type { ExtensionPage } from '../../../tools/browser/extension-page';
import type { Box } from '../../../tools/browser/overlay-view';

/**
 * How many pixels of a part of the screen have the colour of our ring and of the card's title (violet, on no page of the sites).
 * Told by a picture of the screen: what is drawn counts, not what the document says.
 * @param where a box of the viewport, in CSS px
 */
export async function violetPixels(page: Page, where: Box, ownPage: ExtensionPage): Promise<number> {
  const clip = { x: Math.max(0, where.x), y: Math.max(0, where.y), width: where.width, height: where.height };
  const picture = await page.screenshot({ encoding: 'base64', clip, captureBeyondViewport: false });
  return ownPage.evaluate(async (data: string) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(image, 0, 0);
    const pixels = context.getImageData(0, 0, image.width, image.height).data;
    let violet = 0;
    for (let at = 0; at < pixels.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3);
      if (Math.abs(red - 0x5b) < 24 && Math.abs(green - 0x21) < 24 && Math.abs(blue - 0xb6) < 24) violet += 1;
    }
    return violet;
  }, picture);
}
