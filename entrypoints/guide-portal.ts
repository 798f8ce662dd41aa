import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import pack from '#page-pack/portal';
import { startGuide } from '../platform/start-guide';

/** The content script of 我的E政府入口網. See `startGuide`. */
export default defineUnlistedScript(() => startGuide(pack));
