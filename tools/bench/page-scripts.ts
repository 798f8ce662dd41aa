import { TARGET } from './pages';

/** The target is taken away before anyone sees it and comes back after so many ms. */
const late = (after: number) => `
  addEventListener('DOMContentLoaded', () => {
    const part = document.querySelector(${JSON.stringify(TARGET)}).closest('label');
    const place = document.createComment('');
    part.replaceWith(place);
    addEventListener('load', () => setTimeout(() => place.replaceWith(part), ${after}));
  });`;

/** Changes texts, classes, places and attributes of the list, one after the other, so many a second. */
const storm = `
  globalThis.storm = (ms, rate) => new Promise((done) => {
    const rows = [...document.querySelectorAll('.tb-row:not(.header)')];
    const changes = [
      (row, number) => { row.lastElementChild.firstChild.data = number % 2 === 0 ? '未選課' : '已選課'; },
      (row, number) => { row.classList.toggle('marked', number % 8 < 4); },
      (row) => { row.parentNode.append(row); },
      (row, number) => { row.setAttribute('data-number', number); },
    ];
    const start = performance.now();
    let made = 0;
    const go = () => {
      const due = Math.min(ms, performance.now() - start) * rate / 1000;
      for (; made < due; made += 1) changes[made % 4](rows[made % rows.length], made);
      if (made < ms * rate / 1000) setTimeout(go);
      else done();
    };
    go();
  });`;

/** From a press to the end of the frame that it comes in. Nothing is sent. */
const click = `
  addEventListener('submit', (event) => event.preventDefault());
  globalThis.clicks = [];
  addEventListener('click', (event) => requestAnimationFrame(() => {
    const after = new MessageChannel();
    after.port1.onmessage = () => globalThis.clicks.push(performance.now() - event.timeStamp);
    after.port2.postMessage(null);
  }), true);`;

/** Goes on to another address without a load: form and list are built anew, as frameworks do. Slow enough to be looked at each time. */
const navigate = `
  globalThis.navigate = async (times) => {
    const form = document.querySelector('form.find');
    const list = document.querySelector('#listtype_list_content');
    const [formHtml, listHtml] = [form.innerHTML, list.innerHTML];
    for (let time = 0; time < times; time += 1) {
      history.pushState(null, '', '?page=' + time);
      form.innerHTML = formHtml;
      list.innerHTML = listHtml;
      await new Promise((resolve) => setTimeout(resolve, 55));
    }
  };`;

/** Adds up layout shifts as the browser's score does: without what follows an act of the person within half a second. */
const shift = `
  globalThis.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shifted += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });`;

/** What the pages of the bench can bring along, by name. */
export const PAGE_SCRIPTS: Readonly<Record<string, string>> = {
  storm,
  click,
  navigate,
  shift,
  'late-500': late(500),
  'late-2000': late(2000),
  'late-5000': late(5000),
};
