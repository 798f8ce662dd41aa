/** DOM node types as numbers: the engine runs where no global `Node` exists. */
export const ELEMENT_NODE = 1;
export const TEXT_NODE = 3;
export const COMMENT_NODE = 8;
