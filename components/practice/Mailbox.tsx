import { useState } from 'preact/hooks';
import type { Language } from '../../content-rules/schema';
import type { Fault } from '../../practice/faults';
import { practiceWordsOf } from './words';

export interface MailboxProps {
  language: Language;
  /** The site has sent the notice mail. */
  hasMail: boolean;
  faults: readonly Fault[];
  /** How often the person has looked since it was sent. */
  looks: number;
  onLook(): void;
  /** The link in the mail was pressed. */
  onLink(): void;
  onBack(): void;
}

/** The site’s mail, in the site’s language. Its subject is known, the rest is made up. */
const NOTICE = { subject: '註冊成功通知信', text: '您已完成一般會員註冊。您的帳號已可使用。', link: '按這裡登入 e等公務園' };
/** A mail that comes late is there at the third look. */
const LATE = 3;

/** The practice's own mailbox, with the notice mail of the site in it. */
export function Mailbox({ language, hasMail, faults, looks, onLook, onLink, onBack }: MailboxProps) {
  const { mail: words } = practiceWordsOf(language);
  const [isJunk, setJunk] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const hasCome = hasMail && (!faults.includes('mail-late') || looks >= LATE);
  const isHere = hasCome && faults.includes('mail-in-junk') === isJunk;
  const show = (junk: boolean) => {
    setJunk(junk);
    setOpen(false);
    onLook();
  };
  return (
    <main class="mailbox" data-part="mailbox">
      <nav>
        <button type="button" data-action="inbox" class={isJunk ? 'option' : 'main'} aria-pressed={!isJunk} onClick={() => show(false)}>
          {words.inbox}
        </button>
        <button type="button" data-action="junk" class={isJunk ? 'main' : 'option'} aria-pressed={isJunk} onClick={() => show(true)}>
          {words.junk}
        </button>
      </nav>
      <section class="panel">
        {isOpen && isHere ? (
          <article data-part="mail">
            <h2 lang="zh-Hant-TW">{NOTICE.subject}</h2>
            <p lang="zh-Hant-TW">{NOTICE.text}</p>
            <button type="button" data-action="mail-link" class="quiet" lang="zh-Hant-TW" onClick={onLink}>
              {NOTICE.link}
            </button>
            <p class="note">{words.linkNote}</p>
            <button type="button" data-action="mail-read" class="main" onClick={onBack}>
              {words.mark}
            </button>
          </article>
        ) : (
          <>
            {isHere && (
              <button type="button" data-action="open-mail" class="option" lang="zh-Hant-TW" onClick={() => setOpen(true)}>
                {NOTICE.subject}
              </button>
            )}
            {!isJunk && (
              <p>
                {words.welcome}
                <br />
                <small>{words.welcomeText}</small>
              </p>
            )}
            {isJunk && !isHere && <p>{words.empty}</p>}
            {hasMail && !isHere && !isJunk && <p>{words.wait}</p>}
            <button type="button" data-action="look-again" class="option" onClick={() => show(isJunk)}>
              {words.again}
            </button>
          </>
        )}
      </section>
    </main>
  );
}
