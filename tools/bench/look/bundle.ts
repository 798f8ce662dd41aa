import { join } from 'node:path';
import { build, type Rollup } from 'vite';

/** The engine as one script that gives the page `bench.timeLooks`, minified like the shipped one. */
export async function engineBundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: true, lib: { entry: join(import.meta.dirname, 'in-page.ts'), formats: ['iife'], name: 'bench' } },
  });
  const [output] = [built].flat() as Rollup.RollupOutput[];
  const code = output?.output[0].code;
  if (code === undefined) throw new Error('the engine could not be bundled');
  // `var bench` would be local to the evaluation.
  return code.replace(/^(?:var|const) bench\s*=/, 'globalThis.bench =');
}
