import { defineConfig } from 'vite';

/** The learner's bundle: what every package holds besides its content. */
export default defineConfig({
  base: './',
  build: {
    target: 'es2022',
    outDir: '.cache/bundle',
    emptyOutDir: true,
    manifest: 'manifest.json',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: 'src/player/main.ts',
      output: {
        entryFileNames: 'player/[name]-[hash].js',
        chunkFileNames: 'player/[name]-[hash].js',
        assetFileNames: 'player/[name]-[hash][extname]',
      },
    },
  },
});
