/** Attributes by what may stand in them. Nothing else is ever read: no `data-*`, no `on*`, no `style`. */
export const WORD_ATTRIBUTES = ['alt', 'title', 'placeholder', 'aria-label', 'label', 'value'] as const;
export const IDENTIFIER_ATTRIBUTES = ['id', 'name', 'for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns'] as const;
export const ADDRESS_ATTRIBUTES = ['href', 'action', 'formaction', 'src'] as const;
export const FLAG_ATTRIBUTES = ['disabled', 'readonly', 'required', 'hidden', 'open', 'multiple', 'contenteditable', 'inert'] as const;
/** Attributes that take one of a few words. */
export const ENUMERATED: Readonly<Record<string, RegExp>> = {
  type: /^(?:text|password|email|tel|number|search|url|date|hidden|radio|checkbox|submit|button|reset|image|file|range|color|month|week|time)$/,
  role: /^(?:alert|alertdialog|article|banner|button|cell|checkbox|columnheader|combobox|complementary|contentinfo|dialog|document|form|grid|gridcell|group|heading|img|link|list|listbox|listitem|main|menu|menubar|menuitem|menuitemcheckbox|menuitemradio|navigation|none|note|option|presentation|progressbar|radio|radiogroup|region|row|rowgroup|rowheader|search|searchbox|separator|slider|spinbutton|status|switch|tab|table|tablist|tabpanel|textbox|toolbar|tooltip|tree|treeitem)$/,
  method: /^(?:get|post|dialog)$/,
  target: /^_(?:blank|self|parent|top)$/,
  colspan: /^[1-9]\d?$/,
  rowspan: /^[1-9]\d?$/,
  tabindex: /^(?:-1|0)$/,
  'aria-level': /^[1-6]$/,
  'aria-hidden': /^(?:true|false)$/,
  'aria-disabled': /^(?:true|false)$/,
  'aria-expanded': /^(?:true|false)$/,
  'aria-modal': /^(?:true|false)$/,
  'aria-haspopup': /^(?:true|false|menu|listbox|tree|grid|dialog)$/,
  'aria-live': /^(?:off|polite|assertive)$/,
};

/** How an element lies in the page, where its name alone does not tell. `cover`: a layer over most of the window. */
export const LAYOUTS = ['inline', 'block', 'inline-block', 'flex', 'grid', 'float', 'cover', 'hidden'] as const;
export type Layout = (typeof LAYOUTS)[number];
