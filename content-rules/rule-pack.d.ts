declare module '#rule-pack' {
  const pack: import('./schema').RulePack;
  export default pack;
}

declare module '#page-pack' {
  const pack: import('./schema').PagePack;
  export default pack;
}
