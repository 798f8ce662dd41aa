/**
 * Whether a window can be shown to somebody. Only Linux may run without a desktop; there the two environment variables say
 * whether one is there.
 */
export function hasDisplay(platform: NodeJS.Platform, environment: Readonly<Record<string, string | undefined>>): boolean {
  if (platform === 'darwin' || platform === 'win32') return true;
  return Boolean(environment.DISPLAY) || Boolean(environment.WAYLAND_DISPLAY);
}
