// Refuses an offline app that is larger than it may be: everything that the service worker fetches and keeps.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const limitMiB = 3;

const worker = readFileSync('build/service-worker.js', 'utf8');
const listed = [...worker.matchAll(/\w\+`(\/[^`$]*)`/g)].map(([, path]) => path ?? '');
const paths = new Set(listed.filter((path) => !/\/\.[^/]*$|\.woff$/.test(path)));

let [unpacked, packed] = [0, 0];
for (const path of paths) {
	const file = `build${path.endsWith('/') ? `${path}index.html` : path}`;
	if (!existsSync(file)) throw new Error(`the service worker wants ${path}, which is not there`);
	unpacked += statSync(file).size;
	packed += gzipSync(readFileSync(file)).length;
}
const MiB = (/** @type {number} */ size) => (size / 2 ** 20).toFixed(2);
console.log(
	`${MiB(packed)} MiB offline, ${MiB(unpacked)} MiB unpacked, in ${paths.size} files; ${limitMiB} may be`
);
const whole = ['simulation-worker', '/compare/', '/lessons/create-pod/', '.woff2'];
const lacks = whole.filter((part) => ![...paths].some((path) => path.includes(part)));
if (lacks.length > 0) console.error(`nothing of ${lacks.join(', ')} is kept`);
if (lacks.length > 0 || packed > limitMiB * 2 ** 20) process.exit(1);
