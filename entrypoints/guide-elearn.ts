import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import pack from '#page-pack/elearn';
import { startGuide } from '../platform/start-guide';

/** The content script of e等公務園. See `startGuide`. */
export default defineUnlistedScript(() => startGuide(pack));
