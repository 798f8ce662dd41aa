import { defineConfig } from 'wxt';
import { leanContentScript } from './tools/build/lean-content-script';
import { noInnerHtml } from './tools/build/no-inner-html';
import { rulePackModule } from './tools/build/rule-pack-module';

/** The guided sites: exact hosts, https only. The same list stands in content-rules/journey.yaml. */
const HOSTS = ['https://elearn.hrd.gov.tw/*', 'https://www.cp.gov.tw/*', 'https://www.gov.tw/*'];

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    build: { modulePreload: { polyfill: false } },
    plugins: [leanContentScript(), rulePackModule(import.meta.dirname), noInnerHtml()],
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'zh_TW',
    permissions: ['storage'],
    host_permissions: HOSTS,
    content_scripts: [{ matches: HOSTS, js: ['guide.js'], all_frames: true, run_at: 'document_start' }],
    action: { default_title: '__MSG_name__' },
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: { id: 'register-guide@guide.example', strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { minimum_chrome_version: '123' }),
  }),
});
