import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import known from '#known-words';
import { RECORDER, recorderOf } from '../record/recorder';

/**
 * The field recorder. In no page by itself: the report's own page puts it into the frames of one tab, after the person has pressed
 * 「記錄這一頁」.
 */
export default defineUnlistedScript(() => {
  (globalThis as unknown as Record<string, unknown>)[RECORDER] = recorderOf(document, known);
});
