import { render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import '../content-rules/replica.js';
import { OwnPage, type OwnPageKind } from '../components/practice/OwnPage';
import { ownStyle } from '../platform/practice/own-style';
import { playPage } from '../platform/practice/play-page';
import type { PagePlayed, Stage } from '../platform/practice/stage';

/** A page of the practice, in the frame of practice.html, which knows what it is. A script of its own, so that no other page of ours has to carry the guide. */
export default defineUnlistedScript(() => {
  const stage = (window.top as Window & { stage?: Stage }).stage;
  const played = stage?.opened(window);
  if (stage !== undefined && played !== undefined && !playPage(document, stage, played, () => stage.refused())) showOwnPage(stage, played);
});

function showOwnPage(stage: Stage, played: PagePlayed) {
  ownStyle(document);
  document.documentElement.lang = played.language;
  render(<OwnPage kind={kindOf(played)} name={stage.name} language={played.language} onBack={() => history.back()} />, document.body);
  stage.drawn(window, played, '');
}

function kindOf({ reply }: PagePlayed): OwnPageKind {
  if (reply === null) return 'missing';
  if ('elsewhere' in reply) return reply.elsewhere;
  return 'certificate' in reply ? 'certificate' : 'missing';
}
