import { defineConfig } from 'vitest/config';
import { noFieldValues } from './tools/build/no-field-values';

export default defineConfig({
  plugins: [noFieldValues()],
  test: {
    include: ['test/unit/**/*.test.ts'],
    environment: 'node',
    server: { deps: { inline: ['dom-accessibility-api'] } },
  },
});
