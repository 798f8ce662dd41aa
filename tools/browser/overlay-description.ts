/** In CSS pixels. Inside this file and its callers: of the frame's own viewport; everywhere else: of the top-level one. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A button, or the box to tick, of the overlay. `label` is the text drawn in it, else its accessible label. */
export interface OverlayButton {
  action: string;
  label: string;
  box: Box;
  disabled: boolean;
}

/** What one shadow root of ours draws. Parts that are hidden or have no area are left out. */
export interface OverlayParts {
  ring: Box | null;
  card: { title: string; text: string; all: string; box: Box; buttons: OverlayButton[] } | null;
  caution: { title: string; body: string; box: Box; buttons: OverlayButton[] } | null;
  notes: { text: string; box: Box }[];
}

/** Where the content of a frame element begins in its parent's viewport, and how much it is enlarged there. */
export interface FramePlace {
  shown: boolean;
  x: number;
  y: number;
  scaleX: number;
  scaleY: number;
}

/** Runs in the browser: describes a shadow root as `OverlayParts`, in JSON. */
export function describeRoot(root: ShadowRoot): string {
  const boxOf = (element: Element): Box => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  };
  const isShown = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return (
      width > 0 &&
      height > 0 &&
      element.checkVisibility({
        visibilityProperty: true,
        opacityProperty: true,
        contentVisibilityAuto: true,
      })
    );
  };
  const shownIn = <Kind extends HTMLElement>(within: ParentNode, selector: string): Kind[] =>
    Array.from(within.querySelectorAll<Kind>(selector)).filter(isShown);
  const textOf = (element: HTMLElement | undefined): string => element?.innerText.trim() ?? '';
  const partText = (within: ParentNode, part: string): string => textOf(shownIn(within, `[data-part="${part}"]`)[0]);
  const labelOf = (control: HTMLButtonElement | HTMLInputElement): string =>
    control.innerText.trim() || control.getAttribute('aria-label') || Array.from(control.labels ?? [], textOf).join(' ');
  const buttonsOf = (within: ParentNode): OverlayButton[] =>
    shownIn<HTMLButtonElement | HTMLInputElement>(within, 'button[data-action], input[data-action]').map((control) => ({
      action: control.getAttribute('data-action') ?? '',
      label: labelOf(control),
      box: boxOf(control),
      disabled: control.disabled || control.getAttribute('aria-disabled') === 'true',
    }));

  const ring = shownIn(root, '[data-part="ring"]')[0];
  const card = shownIn(root, '[data-part="card"]')[0];
  const caution = shownIn(root, 'dialog[data-part="caution"]')[0];
  const parts: OverlayParts = {
    ring: ring ? boxOf(ring) : null,
    card: card
      ? {
          title: partText(card, 'title'),
          text: [partText(card, 'do'), partText(card, 'why')].filter(Boolean).join('\n'),
          all: textOf(card),
          box: boxOf(card),
          buttons: buttonsOf(card),
        }
      : null,
    caution: caution
      ? {
          title: partText(caution, 'title'),
          body: partText(caution, 'body'),
          box: boxOf(caution),
          buttons: buttonsOf(caution),
        }
      : null,
    notes: shownIn(root, '[data-part="note"]').map((note) => ({
      text: textOf(note),
      box: boxOf(note),
    })),
  };
  return JSON.stringify(parts);
}

/** Runs in the browser: measures an `iframe` or `frame` element as a `FramePlace`, in JSON. */
export function measureFrameElement(element: HTMLElement): string {
  const outer = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  // offsetWidth is rounded: a difference under a pixel is that, and no transform.
  const scale = (drawn: number, laidOut: number): number => (laidOut === 0 || Math.abs(drawn - laidOut) < 1 ? 1 : drawn / laidOut);
  const scaleX = scale(outer.width, element.offsetWidth);
  const scaleY = scale(outer.height, element.offsetHeight);
  const place: FramePlace = {
    shown: outer.width > 0 && outer.height > 0 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    x: outer.x + (element.clientLeft + Number.parseFloat(style.paddingLeft)) * scaleX,
    y: outer.y + (element.clientTop + Number.parseFloat(style.paddingTop)) * scaleY,
    scaleX,
    scaleY,
  };
  return JSON.stringify(place);
}
