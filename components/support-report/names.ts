import type { Language } from '../../content-rules/schema';

/** What pages and ways back are called, by their ids; the id itself where there is no name. */
export interface Names {
  page(id: string, language: Language): string;
  recovery(id: string, language: Language): string;
}
