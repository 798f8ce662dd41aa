import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import pack from '#page-pack/egov';
import { startGuide } from '../platform/start-guide';

/** The content script of 我的e政府. See `startGuide`. */
export default defineUnlistedScript(() => startGuide(pack));
