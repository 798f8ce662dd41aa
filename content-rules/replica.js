// What the hand-drawn pages ("replicas") do when they are pressed: served at /replica.js on every host of the test sites, and part of
// the pages of the practice. It does only what these attributes ask for, on the element that is pressed:
//
//   data-dialog="fancybox3" | "fancybox2"   on a link: its address opens in an iframe dialog over the page
//   data-frame="address"                    with it: the frame's address, where it is another than the link's
//   data-show="#a #b"  data-hide="#c"       shows and hides blocks; the default action does not happen
//   data-when="CSS selector"                with data-show / data-hide: they apply only while the page has
//                                           a match (a chosen radio, say), else the normal default happens
//   data-toggle="#a"                        on a checkbox: the block is shown while it is checked
//   data-close="CSS selector"               hides the nearest ancestor that matches
//
// And elements that are controls by role alone (<div role="button" tabindex="0">) also obey Enter and Space.
(() => {
  // ---- blocks -------------------------------------------------------------------------------------------
  const blocks = (ids) => {
    const found = (ids || '').split(/\s+/).map((id) => document.getElementById(id.replace(/^#/, '')));
    return found.filter(Boolean);
  };

  const showAndHide = (el) => {
    for (const block of blocks(el.dataset.hide)) block.hidden = true;
    for (const block of blocks(el.dataset.show)) block.hidden = false;
  };

  const toggle = (box) => {
    for (const block of blocks(box.dataset.toggle)) block.hidden = !box.checked;
  };
  const toggleAll = () => document.querySelectorAll('[data-toggle]').forEach(toggle);

  // ---- dialogs: the elements and class names of fancybox 3 (2026) and fancybox 2 (up to 2021) ------------
  const MARKUP = {
    fancybox3: `
      <div class="fancybox-container fancybox-is-open" id="fancybox-container-1" role="dialog" tabindex="-1">
        <div class="fancybox-bg"></div>
        <div class="fancybox-inner">
          <div class="fancybox-stage">
            <div class="fancybox-slide fancybox-slide--iframe fancybox-slide--current fancybox-slide--complete">
              <div class="fancybox-content">
                <iframe class="fancybox-iframe" id="fancybox-frame1" name="fancybox-frame1" allowfullscreen></iframe>
                <button type="button" class="fancybox-button fancybox-close-small" title="Close"
                  data-fancybox-close>×</button>
              </div>
            </div>
          </div>
        </div>
      </div>`,
    fancybox2: `
      <div class="fancybox-overlay fancybox-overlay-fixed">
        <div class="fancybox-wrap fancybox-desktop fancybox-type-iframe fancybox-opened" tabindex="-1">
          <div class="fancybox-skin">
            <div class="fancybox-outer">
              <div class="fancybox-inner">
                <iframe class="fancybox-iframe" id="fancybox-frame1" name="fancybox-frame1" frameborder="0" allowfullscreen></iframe>
              </div>
            </div>
            <a class="fancybox-item fancybox-close" title="Close" href="javascript:;">×</a>
          </div>
        </div>
      </div>`,
  };

  const STYLE = `
    [hidden] { display: none !important }
    .fancybox-container { position: fixed; inset: 0; z-index: 99992; outline: 0 }
    .fancybox-container .fancybox-bg { position: absolute; inset: 0; background: #1e1e1e; opacity: .87 }
    .fancybox-container .fancybox-content { position: absolute; top: 44px; bottom: 20px; left: 50%;
      width: min(890px, 100%); transform: translateX(-50%); background: #ddd }
    .fancybox-container .fancybox-close-small { position: absolute; top: -44px; right: 0; width: 44px; height: 44px;
      padding: 0; border: 0; background: none; color: #ccc; font: 28px/44px sans-serif; cursor: pointer }
    .fancybox-overlay { position: fixed; inset: 0; z-index: 8010; background: rgba(0, 0, 0, .6) }
    .fancybox-overlay .fancybox-wrap { position: absolute; top: 30px; bottom: 20px; left: 50%; z-index: 8020;
      width: min(830px, calc(100% - 36px)); transform: translateX(-50%); outline: 0 }
    .fancybox-overlay .fancybox-skin { box-sizing: border-box; height: 100%; padding: 15px; border-radius: 4px; background: #f9f9f9 }
    .fancybox-overlay .fancybox-outer, .fancybox-overlay .fancybox-inner { height: 100% }
    .fancybox-overlay .fancybox-close { position: absolute; top: -18px; right: -18px; z-index: 8040; width: 36px; height: 36px;
      border-radius: 50%; background: #222; color: #fff; font: 24px/34px sans-serif; text-align: center; text-decoration: none }
    .fancybox-iframe { display: block; width: 100%; height: 100%; border: 0 }`;

  let dialog = null;
  let opener = null;

  const closeDialog = () => {
    if (!dialog) return;
    dialog.remove();
    dialog = null;
    document.body.classList.remove('fancybox-active');
    opener.focus();
  };

  const openDialog = (link) => {
    closeDialog();
    const made = new DOMParser().parseFromString(MARKUP[link.dataset.dialog] || MARKUP.fancybox3, 'text/html');
    dialog = document.adoptNode(made.body.firstElementChild);
    opener = link;
    dialog.querySelector('iframe').src = link.dataset.frame || link.href;
    dialog.querySelector('.fancybox-close-small, .fancybox-close').addEventListener('click', (event) => {
      event.preventDefault();
      closeDialog();
    });
    document.body.append(dialog);
    document.body.classList.add('fancybox-active');
    dialog.focus({ preventScroll: true });
  };

  // ---- one listener each, at the end of the event's way, so that whoever comes first may stop it ----------
  document.addEventListener('click', (event) => {
    const el = event.target.closest('[data-dialog], [data-show], [data-hide], [data-close]');
    if (!el || event.defaultPrevented) return;
    const { dialog: kind, show, hide, when, close } = el.dataset;

    if (kind !== undefined) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a new tab, as with any link
      event.preventDefault();
      openDialog(el);
      return;
    }
    if (close !== undefined) {
      event.preventDefault();
      const ancestor = el.closest(close);
      if (ancestor) ancestor.hidden = true;
    }
    if (show !== undefined || hide !== undefined) {
      if (when !== undefined && !document.querySelector(when)) return;
      event.preventDefault();
      showAndHide(el);
    }
  });

  document.addEventListener('change', (event) => {
    if (event.target.matches('[data-toggle]')) toggle(event.target);
  });

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') closeDialog();
    if (event.key !== 'Enter' && event.key !== ' ') return;
    if (event.defaultPrevented || event.repeat) return;
    const el = event.target;
    if (!el.matches?.('[role=button], [role=radio], [role=checkbox], [role=link], [role=tab]')) return;
    if (el.matches('a[href], button, input, summary')) return; // real controls know their keys
    event.preventDefault();
    el.click();
  });

  // Not a <style>: the pages of the practice allow none.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  document.adoptedStyleSheets.push(sheet);
  document.addEventListener('DOMContentLoaded', toggleAll);
  window.addEventListener('pageshow', toggleAll); // a page that comes back may keep its ticked boxes
})();
