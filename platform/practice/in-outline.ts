/** From here on a ground counts as white. Of 255. */
const NEARLY_WHITE = 236;

/** Makes a drawn page one of black lines on white: browsers print no grounds, and white words on none cannot be read. */
export function inOutline(document: Document): void {
  const view = document.defaultView as Window;
  // First all that is asked, then all that is changed.
  const shaded = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => isShaded(view.getComputedStyle(element)));
  for (const element of document.querySelectorAll<HTMLElement>('html, body, body *')) {
    for (const [name, value] of [
      ['color', '#000'],
      ['background', 'none'],
      ['text-shadow', 'none'],
      ['box-shadow', 'none'],
    ] as const)
      element.style.setProperty(name, value, 'important');
  }
  for (const element of shaded) {
    element.style.setProperty('outline', '1px solid #555', 'important');
    element.style.setProperty('outline-offset', '-1px', 'important');
  }
}

function isShaded({ backgroundColor }: CSSStyleDeclaration): boolean {
  const [red = 255, green = 255, blue = 255, alpha = 1] = (backgroundColor.match(/[\d.]+/g) ?? []).map(Number);
  return alpha > 0 && Math.min(red, green, blue) < NEARLY_WHITE;
}
