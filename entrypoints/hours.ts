import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import words from '#hours-words';
import { startHours } from '../platform/hours-start';

/** Reads whether courses give hours. Loaded beside the guide, only at the addresses of pages whose rules ask for it. */
export default defineUnlistedScript(() => startHours(words));
