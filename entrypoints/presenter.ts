import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startPresenter } from '../platform/presenter/start-presenter';

/** The presenter view on the sites. In no page unless a trainer has switched it on in the trainer's room, which registers it. */
export default defineUnlistedScript(() => startPresenter());
