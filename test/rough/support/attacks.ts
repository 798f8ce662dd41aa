/**
 * Ways in which a page takes our overlay out of sight. `ours` is our element; `all` is what lies over the whole window and lets
 * presses through, white as the page.
 */
export const ATTACKS: Record<string, string> = {
  'opacity of the root': `style('html { opacity: 0 !important }')`,
  'opacity of the body': `style('body { opacity: 0 !important }')`,
  'opacity, display, visibility of our element': `
    style('register-guide { display: none !important; opacity: 0 !important; visibility: hidden !important }');
    ours.setAttribute('style', 'display: none !important; opacity: 0 !important; visibility: hidden !important');
    ours.hidden = true`,
  'visibility of the root': `style('html { visibility: hidden !important }')`,
  'display of the root': `style('html { display: none !important }')`,
  'transforms of root, body and our element': `
    style('html, body, register-guide { transform: translateX(-9999px) !important; translate: -9999px !important; scale: 0.001 !important }');
    ours.style.setProperty('transform', 'scale(0)', 'important')`,
  'clips and masks of root, body and our element': `
    style('html, body, register-guide { clip-path: inset(50%) !important; mask: linear-gradient(transparent, transparent) !important; overflow: hidden !important; height: 0 !important }')`,
  'a filter of the root': `style('html { filter: opacity(0) !important }')`,
  'no size of our element': `
    style('register-guide { width: 0 !important; height: 0 !important; overflow: clip !important; zoom: 0.001 !important; contain: strict !important }')`,
  'a popover over everything that lets presses through': `cover()`,
  'a popover over everything, opened again and again': `
    const covering = cover();
    again(() => { covering.hidePopover(); covering.showPopover() })`,
  'a modal dialog over everything': `
    const dialog = document.createElement('dialog');
    dialog.setAttribute('style', all);
    document.body.append(dialog);
    dialog.showModal()`,
  'a modal dialog over everything, opened again and again': `
    const dialog = document.createElement('dialog');
    dialog.setAttribute('style', all);
    document.body.append(dialog);
    again(() => { dialog.close(); dialog.showModal() })`,
  'our element closed': `ours.hidePopover()`,
  'our element closed again and again': `again(() => ours.matches(':popover-open') && ours.hidePopover())`,
  'our element removed': `ours.remove()`,
  'our element removed again and again': `
    new MutationObserver(() => { for (const each of document.querySelectorAll('register-guide')) each.remove() }).observe(document, { childList: true, subtree: true });
    ours.remove()`,
  'our element moved into a hidden one': `
    const hidden = document.createElement('div');
    hidden.hidden = true;
    document.body.append(hidden);
    hidden.append(ours)`,
  'our element made inert': `ours.inert = true`,
  'the whole page made inert': `document.documentElement.inert = true; document.body.inert = true`,
  'a clone of our element over it': `
    const clone = ours.cloneNode(true);
    clone.setAttribute('style', all);
    document.documentElement.append(clone);
    clone.showPopover()`,
};

/** What the attacks are written with. */
export const TOOLS = `
  const ours = document.querySelector('register-guide');
  const all = 'position: fixed; inset: 0; width: 100vw; height: 100vh; max-width: none; max-height: none; margin: 0; border: 0; background: white; pointer-events: none';
  const style = (sheet) => document.head.append(Object.assign(document.createElement('style'), { textContent: sheet }));
  const again = (act) => { act(); setInterval(act, 20) };
  const cover = () => {
    const covering = document.createElement('div');
    covering.setAttribute('popover', 'manual');
    covering.setAttribute('style', all);
    covering.textContent = '請按這裡領獎';
    document.body.append(covering);
    covering.showPopover();
    return covering;
  };`;
