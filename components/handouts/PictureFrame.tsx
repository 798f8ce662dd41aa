import type { Language } from '../../content-rules/schema';
import type { PictureDrawn, PicturePlace } from '../../practice/pictures';
import { fill } from '../fill';
import { cropOf } from './crop';
import type { PictureModel } from './handout-model';
import { handoutWordsOf } from './words';

/** As wide as the pages are drawn, and at first as high: what is looked at has to stand in the frame's window. CSS px. */
const DRAWN = { width: 900, height: 1800 };

export interface PictureFrameProps {
  model: PictureModel;
  /** Null until it has been drawn. */
  drawn: PictureDrawn | null;
  language: Language;
  /** On paper, in CSS px. */
  most: { width: number; height: number };
}

/** A page of the sites as it is drawn in a frame of its own, cut to what matters; what is to be pressed is framed and numbered, wrong choices are crossed out. */
export function PictureFrame({ model, drawn, language, most }: PictureFrameProps) {
  const { picture, sayings } = model;
  const words = handoutWordsOf(language);
  const crop = drawn === null ? { x: 0, y: 0, ...DRAWN } : cropOf(drawn);
  const scale = Math.min(most.width / crop.width, most.height / crop.height, 1);
  const shape = drawn ?? DRAWN;
  const place = ({ x, y, width, height }: PicturePlace) => ({
    left: `${(x - crop.x) * scale - 4}px`,
    top: `${(y - crop.y) * scale - 4}px`,
    width: `${width * scale + 8}px`,
    height: `${height * scale + 8}px`,
  });
  return (
    <div
      class="picture"
      data-picture={picture.id}
      data-state={drawn === null ? 'waiting' : drawn.page === picture.page ? 'told' : 'lost'}
      style={{ width: `${crop.width * scale}px`, height: `${crop.height * scale}px` }}
    >
      <iframe
        src={`handout-picture.html?${picture.id}`}
        title={fill(words.picture, { n: picture.step })}
        tabIndex={-1}
        style={{
          width: `${shape.width}px`,
          height: `${shape.height}px`,
          transform: `scale(${scale}) translate(${-crop.x}px, ${-crop.y}px)`,
        }}
      />
      {drawn?.mistakes.map(({ caution, isChoice, place: at }, index) => (
        <div key={`${caution}-${index}`} class="crossed" data-crossed={caution} style={place(at)}>
          <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
            <path d="M0 0 100 100M100 0 0 100" vector-effect="non-scaling-stroke" />
          </svg>
          <b>✕ {isChoice ? words.notChoose : words.not}</b>
        </div>
      ))}
      {drawn?.targets.map(({ part, place: at }) => {
        const saying = sayings.find((each) => each.part === part);
        return (
          <div key={part} class="framed" data-framed={part} style={place(at)}>
            <b class="number">{saying?.number}</b>
            {saying?.essential === true && <b class="essential">！{words.essential}</b>}
          </div>
        );
      })}
    </div>
  );
}
