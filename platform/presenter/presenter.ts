import { presenterWordsOf } from '../../components/presenter/words';
import { NO_PROGRESS } from '../../engine/progress';
import { DEFAULT_SETTINGS } from '../settings';
import type { View } from '../view';
import { Board } from './board';
import { Covers } from './covers';
import { hasForeignFrame } from './foreign-frames';
import { drawHalo } from './halo';
import { LAYER_TAG, Layer } from './layer';
import { PROTECTED } from './protected-fields';
import { rootsIn } from './shadow-roots';
import { ThickRing } from './thick-ring';

/** What makes something a protected field or not, and what opens above us. */
const WATCHED = {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['alt', 'aria-label', 'autocomplete', 'contenteditable', 'id', 'name', 'open', 'placeholder', 'popover', 'role', 'title', 'type'],
};
/** So often between two frames is a change answered at once. A page that changes more often has its text without colour meanwhile. */
const AT_ONCE = 20;
/** Milliseconds. */
const ASK_AGAIN_AFTER = 500;

/**
 * The presenter view in one document of the sites: covers over what is typed, a thick ring, a halo where somebody presses, a large step. Looks
 * at each frame, since fields move for more reasons than any event tells; only who presents pays for it. No value of a field is read.
 */
export class Presenter {
  readonly #layer: Layer;
  readonly #covers: Covers;
  readonly #board: Board;
  readonly #ring: ThickRing;
  readonly #observer: MutationObserver;
  #observed = new WeakSet<Node>();
  #fields = new Set<Element>();
  #spare = AT_ONCE;
  #next = 0;
  #isOn = false;
  #isHidden = false;
  #view: View = { progress: NO_PROGRESS, settings: DEFAULT_SETTINGS };

  /**
   * @param hosts of the sites that we work on
   * @param hideText has the text of protected fields in this document lose its colour; whether it has
   */
  constructor(
    readonly document: Document,
    readonly hosts: ReadonlySet<string>,
    readonly hideText: () => Promise<boolean>,
  ) {
    this.#layer = new Layer(document);
    this.#covers = new Covers(document, this.#layer.root);
    this.#board = new Board(this.#layer.root);
    this.#ring = new ThickRing(document);
    this.#observer = new MutationObserver(this.#changed);
  }

  begin() {
    if (this.#isOn) return;
    this.#isOn = true;
    // One that an earlier script of ours has left behind.
    for (const stale of this.document.querySelectorAll(LAYER_TAG)) stale.remove();
    this.#look();
    this.#frame();
    void this.#hide();
  }

  /** Until it is done: the background may not yet have heard that it has been allowed to. */
  async #hide() {
    while (this.#isOn && !this.#isHidden) {
      this.#isHidden = await this.hideText();
      if (!this.#isHidden) await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_AFTER));
    }
  }

  /** Takes everything away that it has drawn. */
  end() {
    if (!this.#isOn) return;
    this.#isOn = false;
    cancelAnimationFrame(this.#next);
    this.#observer.disconnect();
    this.#observed = new WeakSet();
    this.#listen('removeEventListener');
    this.#isHidden = false;
    this.#ring.remove();
    this.#layer.unmount();
  }

  take(view: View) {
    this.#view = view;
  }

  readonly #frame = () => {
    this.#next = requestAnimationFrame(this.#frame);
    this.#spare = AT_ONCE;
    // Again each time: `document.open()` takes listeners away.
    this.#listen('addEventListener');
    this.#draw();
  };

  #listen(how: 'addEventListener' | 'removeEventListener') {
    const view = this.document.defaultView as Window;
    view[how]('focusin', this.#changed, true);
    view[how]('pointerdown', this.#pressed as EventListener, true);
    view[how]('beforetoggle', this.#layer.reopened, true);
  }

  /** Before anything of it is painted. */
  readonly #changed = () => {
    this.#spare -= 1;
    if (this.#spare >= 0) this.#look();
    // Looked for in the next frame.
    else this.#observed = new WeakSet();
  };

  readonly #pressed = ({ isTrusted, clientX, clientY }: PointerEvent) => {
    if (isTrusted) drawHalo(this.#layer.root, clientX, clientY);
  };

  /** Finds the protected fields anew, and covers them. */
  #look() {
    this.#find();
    this.#draw();
  }

  #find() {
    const roots = rootsIn(this.document);
    for (const root of roots) {
      if (!this.#observed.has(root)) this.#observer.observe(root, WATCHED);
      this.#observed.add(root);
    }
    this.#fields = new Set(roots.flatMap((root) => [...root.querySelectorAll(PROTECTED)]));
  }

  #draw() {
    if (!this.#observed.has(this.document)) this.#find();
    this.#layer.mount();
    const words = presenterWordsOf(this.#view.settings.language);
    this.#covers.draw(this.#fields, words.covered, this.#isHidden);
    const guide = this.#ring.draw();
    const cannot = hasForeignFrame(this.document, this.hosts) ? words.cannot : '';
    const { here } = this.#view.progress;
    if (this.document.defaultView === this.document.defaultView?.top) {
      const spared = [...guide, ...this.#fields].map((element) => element.getBoundingClientRect());
      this.#board.draw({ step: here === 0 ? '' : String(here), on: words.on, cannot }, spared);
    } else if (cannot !== '') this.#board.draw({ step: '', on: '', cannot }, []);
    else this.#board.remove();
  }
}
