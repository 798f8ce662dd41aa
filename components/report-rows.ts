import { type Kind, kindOfAttribute } from '../record/edit';
import { isElementNode, type RecordedDocument, type RecordedElement } from '../record/report';

/** One string of a report, and what it is there. */
export interface Said {
  /** The attribute's name; '' for text. */
  attribute: string;
  kind: Kind;
  text: string;
}

/** What stands in one line of the preview: an element with its strings, and the text right behind its beginning. */
export interface Row {
  depth: number;
  /** Name of the element, and its role or type where it has one. */
  element: string;
  said: Said[];
}

const DEEPEST = 8;

/** The lines of a document in its order. Elements without a word have none. */
export function rowsOf({ nodes }: RecordedDocument): Row[] {
  const rows: Row[] = [];
  const above: { element: string; row: Row | null }[] = [];
  for (const node of nodes) {
    above.length = Math.min(above.length, node.depth);
    if (isElementNode(node)) {
      const element = describe(node);
      const said = Object.entries(node.attributes ?? {}).flatMap(([attribute, text]): Said[] => {
        const kind = kindOfAttribute(attribute);
        return kind === null || text === undefined || text === '' ? [] : [{ attribute, kind, text }];
      });
      const row = said.length === 0 ? null : { depth: shownDepth(above), element, said };
      if (row !== null) rows.push(row);
      above.push({ element, row });
      continue;
    }
    const said: Said = { attribute: '', kind: 'words', text: node.text };
    const parent = above.at(-1);
    if (parent?.row !== null && parent?.row !== undefined && rows.at(-1) === parent.row && !parent.row.said.some(({ attribute }) => attribute === '')) {
      parent.row.said.push(said);
    } else rows.push({ depth: shownDepth(above), element: parent?.element ?? 'body', said: [said] });
  }
  return rows;
}

/** How many elements above it have lines of their own. */
function shownDepth(above: readonly { row: Row | null }[]): number {
  return Math.min(above.filter(({ row }) => row !== null).length, DEEPEST);
}

function describe({ tag, attributes, layout }: RecordedElement): string {
  const { role, type } = (attributes ?? {}) as Record<string, string | undefined>;
  const kind = role ?? type;
  return [tag, ...(kind === undefined ? [] : [kind]), ...(layout === 'hidden' ? ['hidden'] : [])].join(' ');
}
