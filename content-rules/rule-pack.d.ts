declare module '#rule-pack' {
  const pack: import('./schema').RulePack;
  export default pack;
}

declare module '#journey' {
  const journey: import('./schema').Journey;
  export default journey;
}

declare module '#official-hosts' {
  const officialHosts: import('./schema').OfficialHosts;
  export default officialHosts;
}

/** The last part is the site: `#page-pack/elearn`. */
declare module '#page-pack/*' {
  const pack: import('./schema').PagePack;
  export default pack;
}

/** For the background alone. */
declare module '#help-pack' {
  const help: import('./schema').HelpPack;
  export default help;
}

/** For the trainer's check and the support desk. */
declare module '#named-pages' {
  const pages: readonly import('./schema').NamedPage[];
  export default pages;
}

/** Past and present ones. For the support page. */
declare module '#known-problems' {
  const problems: import('./schema').KnownProblem[];
  export default problems;
}

declare module '#hours-words' {
  const words: import('./schema').HoursWords;
  export default words;
}

declare module '#known-words' {
  const known: import('../record/known-words').KnownWords;
  export default known;
}

/** File below content-rules/ → HTML. For the practice. */
declare module '#replicas' {
  const replicas: Readonly<Record<string, string>>;
  export default replicas;
}

/** For the support desk. */
declare module '#scenes' {
  const scenes: import('./schema').Scenes;
  export default scenes;
}

/** Of the newest rule, as 2026-11-24. For the handouts. */
declare module '#rules-date' {
  const date: string;
  export default date;
}

/** For support reports. */
declare module '#rules-version' {
  const version: import('../support/report/format').Versions['rules'];
  export default version;
}
