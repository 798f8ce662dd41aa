import { Component } from 'preact';
import type { Language } from '../content-rules/schema';
import type { CardButton, SpokenCode, StuckTopic } from './models';
import { Sentence } from './Sentence';

interface StuckProps {
  topic: StuckTopic;
  language: Language;
  onPress(button: CardButton): void;
  onClose(): void;
}

interface StuckState {
  path: StuckTopic[];
  /** Which words the button that copies the code bears. */
  copy: 'copy' | 'copied' | 'notCopied';
}

/** 「我卡住了」: what is it, one thing to do, and whom to call. Takes the focus from the button that the person has just pressed. */
export class Stuck extends Component<StuckProps, StuckState> {
  override state: StuckState = { path: [], copy: 'copy' };

  /** One and the same function, so that it is only called for what is new. */
  readonly #focus = (element: HTMLElement | null) => element?.focus();

  /** Needs no permission on the person's own press; a page may forbid it all the same. */
  #copy({ groups }: SpokenCode) {
    const done = (copy: StuckState['copy']) => () => this.setState({ copy });
    navigator.clipboard.writeText(groups.join(' ')).then(done('copied'), done('notCopied'));
  }

  override render({ topic, language, onPress, onClose }: StuckProps, { path, copy }: StuckState) {
    const { code } = topic;
    const { id, say, topics, buttons, call, close } = path[0] ?? topic;
    const [first = '', ...rest] = say;
    return (
      <>
        <p key={id} class="do" tabIndex={-1} ref={this.#focus}>
          <Sentence text={first} language={language} />
        </p>
        {rest.map((text) => (
          <p key={text} class="why">
            <Sentence text={text} language={language} />
          </p>
        ))}
        {topics.map((each) => (
          <button key={each.id} type="button" class="option" data-action={`stuck-${each.id}`} onClick={() => this.setState({ path: [each, ...path] })}>
            <Sentence text={each.sign} language={language} />
          </button>
        ))}
        {buttons.map((button) => (
          <button key={button.label} type="button" class="main" data-action={button.action} onClick={() => onPress(button)}>
            <Sentence text={button.label} language={language} />
          </button>
        ))}
        {call.map((text) => (
          <p key={text} class="why">
            <Sentence text={text} language={language} />
          </p>
        ))}
        {code && (
          <>
            <p class="why">{code.read}</p>
            {/* Digits apart, so that they are not read out as one number; drawn closer by the style. */}
            <ul class="spoken">
              {code.groups.map((group) => (
                <li>{[...group].join(' ')}</li>
              ))}
            </ul>
            <p class="why">{code.holds}</p>
            <button type="button" class="option" data-action="copy-code" aria-live="polite" onClick={() => this.#copy(code)}>
              {code[copy]}
            </button>
          </>
        )}
        <button type="button" class="quiet" data-action="stuck-close" onClick={() => (path.length === 0 ? onClose() : this.setState({ path: path.slice(1) }))}>
          {close}
        </button>
      </>
    );
  }
}
