import { defineConfig } from 'wxt';
import { leanContentScript } from './tools/build/lean-content-script';
import { noInnerHtml } from './tools/build/no-inner-html';
import { rulePackModule } from './tools/build/rule-pack-module';
import { LICENCES_FILE, onlyLicensed, shippedLicences } from './tools/build/shipped-licences';

/** The guided sites: exact hosts, https only. The same list stands in content-rules/journey.yaml. */
const SITES = { elearn: 'https://elearn.hrd.gov.tw/*', egov: 'https://www.cp.gov.tw/*', portal: 'https://www.gov.tw/*' };
/** Each site's pages get the rules of that site alone: entrypoints/guide-<site>.ts. */
const CONTENT_SCRIPTS = Object.entries(SITES).map(([site, pages]) => ({
  matches: [pages],
  js: [`guide-${site}.js`],
  all_frames: true,
  // Frames and windows that a page of the sites has written itself (about:blank, srcdoc) have no address to match.
  match_about_blank: true,
  match_origin_as_fallback: true,
  run_at: 'document_start' as const,
}));

/** The pages of courses whose rules ask for hours: elearn's guide is heavy enough without the reader on all the others. */
const COURSE_PAGES = [
  '/info/*',
  '/mooc/explorer.php*',
  '/mooc/learn_map/explorer.php*',
  '/mooc/user/learn_dashboard.php*',
  '/mooc/user/registration_center.php*',
];
const HOURS_SCRIPT = {
  ...CONTENT_SCRIPTS[0],
  matches: COURSE_PAGES.map((path) => `https://elearn.hrd.gov.tw${path}`),
  js: ['hours.js'],
  // Only whole sites may ask for pages without an address of their own.
  match_about_blank: false,
  match_origin_as_fallback: false,
};

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    build: { modulePreload: { polyfill: false } },
    plugins: [leanContentScript(), rulePackModule(import.meta.dirname), noInnerHtml(), onlyLicensed()],
  }),
  hooks: {
    'build:publicAssets': (_wxt, files) => {
      files.push({ relativeDest: LICENCES_FILE, contents: shippedLicences(import.meta.dirname) });
    },
  },
  zip: {
    artifactTemplate: '{{name}}-{{packageVersion}}-{{browser}}.zip',
    sourcesTemplate: '{{name}}-{{packageVersion}}-sources.zip',
    // The zip of the sources is made by `npm run package`, of what git knows.
    zipSources: false,
  },
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'zh_TW',
    // activeTab: the address of the tab over which the person calls us up, for 「這是官方網站嗎？」. Nothing of its page is read.
    permissions: ['storage', 'activeTab'],
    // Asked for when the person switches 「記錄這一頁」 or the presenter view on, given back when both are off.
    optional_permissions: ['scripting'],
    incognito: 'spanning',
    host_permissions: Object.values(SITES),
    content_scripts: [HOURS_SCRIPT, ...CONTENT_SCRIPTS],
    action: { default_title: '__MSG_name__' },
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-src 'self'; frame-ancestors 'self'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: { id: 'register-guide@guide.example', strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : {
          // docs/permissions.md says what needs it.
          minimum_chrome_version: '120',
          // What a computer room may set by policy. Firefox takes it without a schema.
          storage: { managed_schema: 'class-policy.json' },
        }),
  }),
});
