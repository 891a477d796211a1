import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createServer, type Plugin } from 'vite';
import { locales } from '#lib/i18n/locale.ts';
import { lessonIds } from '#lib/lessons/lesson-ids.ts';
import { recordedStories } from '#lib/lessons/recorded-stories.ts';
import type { SingleData } from '../../src/single/single-data.ts';

const name = 'virtual:single-data';
const root = fileURLToPath(new URL('../..', import.meta.url));

const built = (path: string) => readFileSync(`${root}build${path}`, 'utf8');

/** Gives the single file its data, from the site as it is built and from the code that builds it. */
export function singleData(): Plugin {
	return {
		name: 'single-data',
		resolveId: (id) => (id === name ? `\0${name}` : undefined),
		async load(id) {
			if (id !== `\0${name}`) return undefined;
			const files = [
				...lessonIds.map((lesson) => `/lessons/${lesson}/lesson.json`),
				...recordedStories.map((story) => `/recordings/${story}/lesson.json`),
				...locales.map((locale) => `/search/${locale}.json`)
			];
			const data: SingleData = {
				...(await pageData()),
				miniatures: built('/miniatures.svg'),
				files: Object.fromEntries(files.map((path) => [path, built(path)]))
			};
			return `export const data = JSON.parse(${JSON.stringify(JSON.stringify(data))});`;
		}
	};
}

type PageData = Pick<SingleData, 'home' | 'links' | 'nodes'>;

/** What the site's own code makes, run as Vite sees it: it reads the lessons in Vite's way. */
async function pageData(): Promise<PageData> {
	const server = await createServer({
		root,
		configFile: false,
		logLevel: 'error',
		server: { middlewareMode: true, hmr: false, ws: false, watch: null },
		optimizeDeps: { noDiscovery: true },
		resolve: { alias: { '$app/paths': `${root}src/single/building-paths.ts` } }
	});
	try {
		const { makeData } = await server.ssrLoadModule('/src/single/make-data.ts');
		return makeData();
	} finally {
		await server.close();
	}
}
