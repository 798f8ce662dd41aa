import { defineContentScript } from 'wxt/utils/define-content-script';

/** The framework's own floor: what a content script of WXT costs that does nothing. */
export default defineContentScript({ matches: ['https://elearn.hrd.gov.tw/*'], main() {} });
