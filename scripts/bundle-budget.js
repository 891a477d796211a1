// Refuses a page whose JavaScript before anything lazy is heavier than it may be.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const limitKiB = 90;
const pages = ['', 'lessons/create-pod/', 'compare/'];

/** Everything that a module imports statically, and those of them, in turn. */
function collect(file, found) {
	if (found.has(file)) return found;
	const code = readFileSync(file, 'utf8');
	found.set(file, gzipSync(code).length);
	for (const [, path] of code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/g)) {
		collect(join(dirname(file), path), found);
	}
	return found;
}

for (const path of pages) {
	const page = `build/${path}index.html`;
	const html = readFileSync(page, 'utf8');
	const first = [...html.matchAll(/(?:href|src)="([^"]+\.js)"|import\("([^"]+\.js)"\)/g)].map(
		([, linked, imported]) => join(dirname(page), linked ?? imported ?? '')
	);
	const files = first.reduce((found, file) => collect(file, found), new Map());
	const total = [...files.values()].reduce((sum, size) => sum + size, 0) / 1024;
	console.log(
		`/${path}: ${total.toFixed(1)} KiB of JavaScript (gzip) in ${files.size} files; ${limitKiB} may be`
	);
	if (files.size < 2 || total > limitKiB) process.exitCode = 1;
}
