import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './install.js';

/** What the site is made of. */
const sources = ['src', 'static', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];

/**
 * When the newest file under a path was written, ms.
 * @param {string} path
 * @returns {number}
 */
function newest(path) {
	const stats = statSync(path);
	if (!stats.isDirectory()) return stats.mtimeMs;
	return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Builds the site unless what stands in `build/` is newer than everything that it is made of. */
export function buildIfStale() {
	const built = 'build/index.html';
	if (existsSync(built) && statSync(built).mtimeMs > Math.max(...sources.map(newest))) return;
	run('npm', ['run', '--silent', 'build']);
}
