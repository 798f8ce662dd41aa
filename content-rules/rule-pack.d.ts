declare module '#rule-pack' {
  const pack: import('./schema').RulePack;
  export default pack;
}
