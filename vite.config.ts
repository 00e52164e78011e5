import { defineConfig, type Plugin } from 'vite';

const SHARED =
  /node_modules\/(?:lit-element|@lit)\/|node_modules\/lit(?:-html)?\/(?!directives\/(?:repeat|keyed)\.)|\/src\/ui\/(?:adopt|block-element|icon|messages|options|question|text-conflict|writing)\.(?:ts|css)|\/src\/model\/(?:code|entry|grading|options|positioning|well-formed|words)\.ts|\/src\/runtime\/record\.ts|vite\/preload-helper|oxc-project|rolldown\/runtime/;

/** `load(async () => { let { x: e } = await import(…); return { x: e }; })`, as Vite writes it: its names taken apart. */
const PART_TAKEN = /\w+\(async\(\)=>\{let\{(\w+):(\w+)\}=await (import\(`[^`]+`\));return\{\1:\2\}\}\)/g;

/**
 * Vite's own way to load a part looks for styles and files to fetch beside it: ours has none. What is left is an import
 * as it was written, a tenth of a kilobyte shorter for the learner.
 */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) => (id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load();' : undefined),
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const part of Object.values(bundle))
        if (part.type === 'chunk')
          part.code = part.code.replaceAll(',[],import.meta.url)', ')').replace(PART_TAKEN, '$3');
    },
  },
};

/** The learner's bundle: what every package holds besides its content. */
export default defineConfig({
  base: './',
  plugins: [plainImports],
  build: {
    target: 'es2022',
    outDir: '.cache/bundle',
    emptyOutDir: true,
    manifest: 'manifest.json',
    assetsInlineLimit: 0,
    // pages name what they need; styles of a block come inside its script
    modulePreload: false,
    cssCodeSplit: false,
    license: { fileName: 'licences.txt' },
    rolldownOptions: {
      input: 'src/player/main.ts',
      output: {
        entryFileNames: 'player/[name]-[hash].js',
        chunkFileNames: 'player/[name]-[hash].js',
        assetFileNames: 'player/[name]-[hash][extname]',
        // what every block needs is one file, that pages name beside the player
        codeSplitting: { groups: [{ name: 'shared', test: SHARED, includeDependenciesRecursively: false }] },
      },
    },
  },
});
