// npm run build:single: the whole of Kinetes as one HTML file, which runs from a USB stick.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Rolldown } from 'vite';
import { buildIfStale } from './build-if-stale.js';
import { inlineWorkers } from './single/inline-workers.ts';
import { singleData } from './single/single-data.ts';
import { singleHtml } from './single/single-html.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}dist-single`;

buildIfStale();
const built = (await build({
	root,
	configFile: false,
	logLevel: 'warn',
	publicDir: false,
	plugins: [singleData(), inlineWorkers(), svelte()],
	resolve: { alias: { '$app/paths': `${root}src/single/app-paths.ts` } },
	worker: { format: 'iife', rolldownOptions: { output: { codeSplitting: false } } },
	build: {
		write: false,
		assetsInlineLimit: Infinity,
		cssCodeSplit: false,
		modulePreload: false,
		rolldownOptions: {
			input: `${root}src/single/main.ts`,
			output: { codeSplitting: false },
			checks: { pluginTimings: false }
		}
	}
})) as Rolldown.RolldownOutput;

const html = singleHtml(built.output);
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/kinetes.html`, html);
console.log(`dist-single/kinetes.html, ${(Buffer.byteLength(html) / 2 ** 20).toFixed(2)} MiB`);
