/**
 * npm run bench: how long frames take in a browser while 100 Pods are on their way, and how long it takes to draw any
 * moment of that story. Prints percentiles; run it on a machine that does nothing else.
 */
import { resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { browserArgs, requireBrowser } from '../scripts/browser.js';
import { buildIfStale } from '../scripts/build-if-stale.js';
import { serve } from '../scripts/static-server.js';

const pods = 100;
const measuredMs = 10_000;

const manifest = Array.from(
	{ length: pods },
	(_, i) =>
		`apiVersion: v1\nkind: Pod\nmetadata:\n  name: web-${i}\nspec:\n  containers:\n  - name: web\n    image: web:v1\n`
).join('---\n');

const input = {
	commands: 'kubectl apply -f pod.yaml',
	manifest,
	nodes: 4,
	cpu: '8',
	memory: '16Gi'
};

/** @param {readonly number[]} values @param {number} share */
function percentile(values, share) {
	const sorted = [...values].sort((a, b) => a - b);
	return (sorted[Math.floor(share * (sorted.length - 1))] ?? NaN).toFixed(1);
}

buildIfStale();
const { url, close } = await serve(resolve('build'), 0);
const browser = await chromium.launch({ executablePath: requireBrowser(), args: browserArgs });
const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
await page.goto(`${url}#speed=4&run=${encodeURIComponent(JSON.stringify(input))}`);
await page.getByRole('button', { name: 'Pause' }).waitFor();

/** Wall time between frames, ms, and how busy the page was in each. */
const frames = await page.evaluate((forMs) => {
	/** @type {number[]} */
	const times = [];
	return new Promise((/** @type {(times: number[]) => void} */ done) => {
		const begin = performance.now();
		requestAnimationFrame(function next(now) {
			times.push(now);
			if (now - begin < forMs) requestAnimationFrame(next);
			else done(times.slice(1).map((time, i) => time - (times[i] ?? time)));
		});
	});
}, measuredMs);

await page.getByRole('button', { name: 'Pause' }).click();
const seeks = await page.getByRole('slider').evaluate(async (element) => {
	const { left, width, top } = element.getBoundingClientRect();
	/** @type {number[]} */
	const times = [];
	const at = (/** @type {string} */ type, /** @type {number} */ x) =>
		element.dispatchEvent(
			new PointerEvent(type, { bubbles: true, clientX: left + x * width, clientY: top + 9 })
		);
	element.setPointerCapture = () => {};
	at('pointerdown', 0);
	for (let i = 0; i < 100; i++) {
		await new Promise(requestAnimationFrame);
		const begin = performance.now();
		at('pointermove', ((i * 61) % 100) / 100);
		// The picture is drawn in microtasks after the play head has moved.
		for (let turn = 0; turn < 4; turn++) await Promise.resolve();
		times.push(performance.now() - begin);
	}
	at('pointerup', 0.5);
	return times;
});

console.log(`${pods} Pods, ${frames.length} frames in ${measuredMs / 1000} s`);
for (const [what, values] of Object.entries({ frame: frames, 'seek and draw': seeks })) {
	console.log(`${what}: p50 ${percentile(values, 0.5)} ms, p95 ${percentile(values, 0.95)} ms`);
}
await browser.close();
close();
