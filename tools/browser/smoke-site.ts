import type { SiteAnswer, SiteRequest } from './site-server';

const REMEMBER_PRESS = `<script>
  addEventListener('click', (event) => {
    window.pressed = { trusted: event.isTrusted, target: event.target.id, x: event.clientX, y: event.clientY };
  });
</script>`;

const FRAME_STYLE = 'border: 7px solid; padding: 5px 9px; margin: 33px 0 0 41.5px; width: 700px; height: 300px';

const PAGES: Record<string, string> = {
  'elearn.hrd.gov.tw/direct': `<h1>首頁</h1>
    <a id="opens" data-target target="_blank" href="https://www.cp.gov.tw/opened">我的e政府</a>
    <button style="display: none">登入</button>`,

  'elearn.hrd.gov.tw/caution': `<h1 data-caution>問題</h1><button>下一步</button>`,

  'elearn.hrd.gov.tw/framed': `<p style="height: 40px">上</p>
    <iframe style="${FRAME_STYLE}" src="/inner"></iframe>
    <iframe style="display: none" src="/inner"></iframe>`,

  'elearn.hrd.gov.tw/inner': `<p style="height: 120px">內</p>
    <button id="inner" data-target style="width: 150px; height: 44px">下一步</button><p style="height: 2000px"></p>`,

  'elearn.hrd.gov.tw/nested': `<p style="height: 300px">上</p>
    <iframe style="${FRAME_STYLE}; transform: scale(1.25); transform-origin: 0 0" src="/between"></iframe>
    <p style="height: 2000px"></p>`,

  'elearn.hrd.gov.tw/between': `<p style="height: 200px">中</p>
    <iframe style="${FRAME_STYLE}; width: 500px" src="https://www.cp.gov.tw/other-site"></iframe>
    <p style="height: 2000px"></p>`,

  'www.cp.gov.tw/other-site': `<button id="other" data-target style="margin: 60px; width: 120px; height: 40px">加入會員</button>`,

  'www.cp.gov.tw/opened': '<h1>我的e政府</h1>',

  'elearn.hrd.gov.tw/hostile': `<button id="hostile" data-target>下一步</button><script>
    const lie = () => { throw new Error('no'); };
    Element.prototype.getBoundingClientRect = lie;
    Element.prototype.checkVisibility = lie;
    JSON.stringify = lie;
    Array.from = lie;
    Array.prototype.map = lie;
  </script>`,

  'elearn.hrd.gov.tw/form': `<form method="post" action="/login?from=form">
    <label>帳號<input name="account" value="王小明"></label><label>密碼<input type="password" name="password"></label>
    <label>縣市<select><option>臺北</select></label><a id="first" href="/a">說明</a><a id="second" href="/b">說明</a>
    <span id="third" role="link">說明</span><img alt="圖" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">
    <button data-target>是(需要驗證您的身分)</button></form>`,
};

/** The pages that the smoke test walks on, and what its site does with forms, cookies and redirects. */
export function answerSmoke({ method, host, path, query, body, cookies }: SiteRequest): SiteAnswer | null {
  if (path === '/login' && method === 'POST') {
    const account = new URLSearchParams(body).get('account') ?? '';
    return {
      redirect: `/welcome?${query}`,
      headers: {
        'Set-Cookie': [`account=${encodeURIComponent(account)}; Path=/`, 'second=2; Path=/'],
      },
    };
  }
  if (path === '/welcome') {
    return {
      body: JSON.stringify({ cookies, from: query.get('from') }),
      headers: { 'Content-Type': 'text/plain' },
    };
  }
  if (path === '/broken') throw new Error('broken on purpose');
  const page = PAGES[host + path];
  return page === undefined
    ? null
    : {
        body: `<!doctype html><html lang="zh-TW"><title>${path}</title><body>${REMEMBER_PRESS}${page}`,
      };
}
